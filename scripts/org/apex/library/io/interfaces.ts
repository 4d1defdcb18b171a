// Interfaces that user code implements and the platform or other code calls.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_interface_System_StubProvider.htm
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_interface_System_Callable.htm
import { nativeClass } from '../native.ts';

const abstractMethod = (): never => {
    throw new Error('An interface method was called on the interface');
};

export const stubProvider = nativeClass({
    name: 'System.StubProvider',
    kind: 'interface',
    methods: {
        'Object handleMethodCall(Object stubbedObject, String stubbedMethodName, System.Type returnType, List<System.Type> listOfParamTypes, List<String> listOfParamNames, List<Object> listOfArgs)':
            abstractMethod
    }
});

export const callable = nativeClass({
    name: 'System.Callable',
    kind: 'interface',
    methods: { 'Object call(String action, Map<String,Object> args)': abstractMethod }
});
