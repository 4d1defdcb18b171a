// System.Formula and FormulaEval: formulas made at run time over records and over Apex objects with global members.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_namespace_formulaeval.htm
import type { ObjectDescribe } from '../../../metadata/describe.ts';
import { Decimal, Double, SObject } from '../../../values/index.ts';
import { ApexList, ApexSet } from '../../runtime/collections.ts';
import { type ApexEnum } from '../../runtime/enums.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import { SObjectTypeToken } from '../../runtime/tokens.ts';
import type { RtType } from '../../runtime/types.ts';
import { nativeClass } from '../native.ts';
import { describeClass, recordOfObject } from './formulaContext.ts';

const FIELD_TYPES: Record<string, string> = {
    BOOLEAN: 'boolean',
    DATE: 'date',
    DATETIME: 'datetime',
    DECIMAL: 'double',
    DOUBLE: 'double',
    ID: 'id',
    INTEGER: 'int',
    LONG: 'long',
    STRING: 'string',
    TIME: 'time'
};

class FormulaBuilder {
    static $native = 'FormulaEval.FormulaBuilder';
    formula: string | null = null;
    context: SObjectTypeToken | RtType | null = null;
    returns: string | null = null;
    template = false;
}

class FormulaInstance {
    static $native = 'FormulaEval.FormulaInstance';
    readonly formula: string;
    readonly object: ObjectDescribe;
    readonly returns: string;
    constructor(formula: string, object: ObjectDescribe, returns: string) {
        this.formula = formula;
        this.object = object;
        this.returns = returns;
    }
}

function invalid(message: string): never {
    return throwApex('System.FormulaValidationException', message);
}

function build(self: FormulaBuilder): FormulaInstance {
    if (self.formula === null || self.formula.trim() === '') invalid('The formula expression must not be empty.');
    if (self.context === null) invalid('The context type must be set with withType.');
    if (self.returns === null) invalid('The return type must be set with withReturnType.');
    const { context } = self;
    const record = context instanceof SObjectTypeToken ? context.describe : context.sobject;
    const object = record ?? describeClass(context as RtType);
    const formula = self.template ? fromTemplate(self.formula) : self.formula;
    const problem = platform().formulaProblem(formula, object, FIELD_TYPES[self.returns] ?? 'string');
    if (problem !== null) invalid(problem);
    return new FormulaInstance(formula, object, self.returns);
}

/** `{!Name} ({!Website})` as a formula that joins texts. */
function fromTemplate(template: string): string {
    const parts = template.split(/\{!([^{}]*)\}/);
    return parts.map((part, at) => (at % 2 === 1 ? `(${part})` : JSON.stringify(part))).join(' & ');
}

function evaluate(self: FormulaInstance, context: unknown): unknown {
    if (context === null) return throwApex('System.NullPointerException', 'Argument cannot be null.');
    if (context instanceof SObject && context.describe.name !== self.object.name) {
        throwApex('System.FormulaEvaluationException', `The context object must be of type ${self.object.name}`);
    }
    const record = context instanceof SObject ? context : recordOfObject(context as object, self.object);
    return converted(
        platform().evaluateFormula(self.formula, record, FIELD_TYPES[self.returns] ?? 'string'),
        self.returns
    );
}

function converted(value: unknown, returns: string): unknown {
    if (value === null) return null;
    if (returns === 'DOUBLE' && value instanceof Decimal) return new Double(value.toNumber());
    return value;
}

/** Field paths of a formula: names that are neither called nor constants, outside texts and comments. */
function referenced(formula: string): string[] {
    const bare = formula.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""');
    const names = [...bare.matchAll(/(?<![\w$.])[A-Za-z_][\w.]*(?!\s*\(|[\w.])/g)].map(([name]) => name);
    return [...new Set(names.filter((name) => !/^(true|false|null)$/i.test(name)))];
}

export const formula = nativeClass({
    name: 'System.Formula',
    statics: {
        'FormulaEval.FormulaBuilder builder()': () => new FormulaBuilder(),
        'List<System.FormulaRecalcResult> recalculateFormulas(List<SObject> sobjects)': (
            records: ApexList<SObject>
        ) => {
            platform().recalculateFormulas(records.items);
            return ApexList.of(
                'System.FormulaRecalcResult',
                records.items.map((record) => new FormulaRecalcResult(record))
            );
        }
    }
});

export const formulaBuilder = nativeClass({
    name: 'FormulaEval.FormulaBuilder',
    methods: {
        'FormulaEval.FormulaBuilder withFormula(String formula)': (self: FormulaBuilder, text: string | null) =>
            Object.assign(self, { formula: text }),
        'FormulaEval.FormulaBuilder withType(Schema.SObjectType type)': (
            self: FormulaBuilder,
            context: SObjectTypeToken
        ) => Object.assign(self, { context }),
        'FormulaEval.FormulaBuilder withType(System.Type type)': (self: FormulaBuilder, context: RtType) =>
            Object.assign(self, { context }),
        'FormulaEval.FormulaBuilder withReturnType(FormulaEval.FormulaReturnType type)': (
            self: FormulaBuilder,
            type: ApexEnum | null
        ) => Object.assign(self, { returns: type?.name ?? null }),
        'FormulaEval.FormulaBuilder withGlobalVariables(List<FormulaEval.FormulaGlobal> globals)': (
            self: FormulaBuilder
        ) => self,
        'FormulaEval.FormulaBuilder parseAsTemplate(Boolean template)': (self: FormulaBuilder, template: boolean) =>
            Object.assign(self, { template }),
        'FormulaEval.FormulaInstance build()': build
    },
    isInstance: (value) => value instanceof FormulaBuilder
});

export const formulaInstance = nativeClass({
    name: 'FormulaEval.FormulaInstance',
    methods: {
        'Object evaluate(Object context)': evaluate,
        'Set<String> getReferencedFields()': (self: FormulaInstance) => ApexSet.of('String', referenced(self.formula))
    },
    isInstance: (value) => value instanceof FormulaInstance
});

export const formulaReturnType = nativeClass({
    name: 'FormulaEval.FormulaReturnType',
    kind: 'enum',
    enumValues: Object.keys(FIELD_TYPES)
});

export const formulaGlobal = nativeClass({
    name: 'FormulaEval.FormulaGlobal',
    kind: 'enum',
    enumValues: [
        'CUSTOMMETADATA',
        'LABEL',
        'ORGANIZATION',
        'PERMISSION',
        'PROFILE',
        'SETUP',
        'SYSTEM',
        'USER',
        'USERROLE'
    ]
});

class FormulaRecalcResult {
    static $native = 'System.FormulaRecalcResult';
    readonly record: SObject;
    constructor(record: SObject) {
        this.record = record;
    }
}

export const formulaRecalcResult = nativeClass({
    name: 'System.FormulaRecalcResult',
    methods: {
        'SObject getSObject()': (self: FormulaRecalcResult) => self.record,
        'Boolean isSuccess()': () => true,
        'List<System.FormulaRecalcFieldError> getErrors()': () => ApexList.of('System.FormulaRecalcFieldError', [])
    },
    isInstance: (value) => value instanceof FormulaRecalcResult
});

export const formulaRecalcFieldError = nativeClass({
    name: 'System.FormulaRecalcFieldError',
    methods: { 'String getFieldName()': () => null, 'String getFieldError()': () => null },
    isInstance: () => false
});
