// Flow.Interview and Invocable.Action. The local org runs no flows and no actions: starting one says so.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Flow_Interview.htm
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Invocable_Action.htm
import type { ApexList } from '../../runtime/collections.ts';
import { type ApexMap } from '../../runtime/collections.ts';
import { throwApex, unsupported } from '../../runtime/exceptions.ts';
import { type NativeClass, nativeClass } from '../native.ts';
import { actionResultClasses } from './actionResult.ts';

const startFlow = (): never => unsupported('flows: Flow.Interview cannot be started in the local org');

class Interview {
    static $native = 'Flow.Interview';
    readonly inputs: ApexMap<string, unknown> | null;
    constructor(inputs: ApexMap<string, unknown> | null) {
        this.inputs = inputs;
    }
}

const interview = nativeClass({
    name: 'Flow.Interview',
    constructors: {
        '(Map<String,Object> inputVariables)': (_type: unknown, inputs: ApexMap<string, unknown> | null) =>
            new Interview(inputs)
    },
    statics: {
        'Flow.Interview createInterview(String flowName, Map<String,Object> inputVariables)': (
            _name: string,
            inputs: ApexMap<string, unknown> | null
        ) => new Interview(inputs),
        'Flow.Interview createInterview(String namespace, String flowName, Map<String,Object> inputVariables)': (
            _space: string,
            _name: string,
            inputs: ApexMap<string, unknown> | null
        ) => new Interview(inputs)
    },
    methods: { 'void start()': startFlow, 'Object getVariableValue(String variableName)': startFlow },
    isInstance: (value) => value instanceof Interview
});

/** An action with the parameters of its invocations. */
class Action {
    static $native = 'Invocable.Action';
    readonly type: string;
    readonly name: string;
    readonly namespace: string | null;
    invocations: Map<string, unknown>[] = [new Map()];
    constructor(type: string, name: string, namespace: string | null) {
        this.type = type;
        this.name = name;
        this.namespace = namespace;
    }
}

const create = (type: string | null, name: string | null, namespace: string | null = null): Action => {
    if (!type || !name) throwApex('System.IllegalArgumentException', 'An action needs a type and a name');
    return new Action(type, name, namespace);
};

const action = nativeClass({
    name: 'Invocable.Action',
    statics: {
        'Invocable.Action createCustomAction(String type, String name)': (type: string | null, name: string | null) =>
            create(type, name),
        'Invocable.Action createCustomAction(String type, String namespace, String name)': (
            type: string | null,
            namespace: string | null,
            name: string | null
        ) => create(type, name, namespace),
        'Invocable.Action createStandardAction(String type)': (type: string | null) => create(type, type)
    },
    methods: {
        'Invocable.Action addInvocation()': (self: Action) => {
            self.invocations.push(new Map());
            return self;
        },
        'Invocable.Action clearInvocations()': (self: Action) => {
            self.invocations = [new Map()];
            return self;
        },
        'Invocable.Action setInvocationParameter(String parameterName, Object parameterValue)': (
            self: Action,
            name: string,
            value: unknown
        ) => {
            self.invocations.at(-1)?.set(name, value);
            return self;
        },
        'Invocable.Action setInvocations(List<Map<String,Object>> invocations)': (
            self: Action,
            given: ApexList<ApexMap<string, unknown>>
        ) => {
            self.invocations = given.items.map((one) => new Map(one.entries()));
            return self;
        },
        'String getName()': (self: Action) => self.name,
        'String getNamespace()': (self: Action) => self.namespace,
        'String getType()': (self: Action) => self.type,
        'Boolean isStandard()': (self: Action) => self.name === self.type,
        'List<Invocable.Action.Result> invoke()': (self: Action) => unsupported(`Invocable.Action of type ${self.type}`)
    },
    isInstance: (value) => value instanceof Action
});

export const flowClasses: readonly NativeClass[] = [action, interview, ...actionResultClasses];
