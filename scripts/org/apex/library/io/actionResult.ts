// Invocable.Action.Result and Error: values that tests make by JSON.deserialize, as no action runs in the local org.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Invocable_Action_Result.htm
import { ApexList, ApexMap } from '../../runtime/collections.ts';
import { type NativeClass, nativeClass } from '../native.ts';

export class ActionError {
    static $native = 'Invocable.Action.Error';
    readonly code: string | null;
    readonly message: string | null;
    constructor(code: string | null, message: string | null) {
        this.code = code;
        this.message = message;
    }
}

export class ActionResult {
    static $native = 'Invocable.Action.Result';
    readonly success: boolean;
    readonly errors: ActionError[];
    readonly outputs: ApexMap<string, unknown>;
    readonly inputs: ApexMap<string, unknown>;
    constructor(success: boolean, errors: ActionError[], outputs: Iterable<readonly [string, unknown]>) {
        this.success = success;
        this.errors = errors;
        this.outputs = ApexMap.of('String', 'Object', outputs);
        this.inputs = ApexMap.of<string, unknown>('String', 'Object', []);
    }
}

export const actionResultClasses: readonly NativeClass[] = [
    nativeClass({
        name: 'Invocable.Action.Result',
        methods: {
            'Invocable.Action getAction()': () => null,
            'List<Invocable.Action.Error> getErrors()': (self: ActionResult) =>
                ApexList.of('Invocable.Action.Error', self.errors),
            'Map<String,Object> getInvocationParameters()': (self: ActionResult) => self.inputs,
            'Map<String,Object> getOutputParameters()': (self: ActionResult) => self.outputs,
            'Boolean isSuccess()': (self: ActionResult) => self.success
        },
        isInstance: (value) => value instanceof ActionResult
    }),
    nativeClass({
        name: 'Invocable.Action.Error',
        methods: {
            'String getCode()': (self: ActionError) => self.code,
            'String getMessage()': (self: ActionError) => self.message
        },
        isInstance: (value) => value instanceof ActionError
    })
];
