// A class file → one script. Members stay on their lines as functions; the JS classes that carry them are made at the end,
// by `define`, once the class they extend exists.
import { isException, signature } from '../bind/declare.ts';
import type { Environment } from '../bind/environment.ts';
import { chooseOverload, ctorCandidates } from '../bind/members.ts';
import type { ClassSymbol, CtorSymbol, FieldSymbol, MethodSymbol, ParamSymbol } from '../bind/symbols.ts';
import { STRING, type Type, VOID } from '../bind/types.ts';
import type { Accessor, Block, Stmt } from '../parse/ast.ts';
import { Body } from './body.ts';
import { emitExpression } from './expressions.ts';
import { at, depthClose, depthOpen, ScriptContext, text } from './script.ts';
import { emitList, emitStatement } from './statements.ts';

export interface EmittedScript {
    /** Still with markers; finished by the program. */
    body: string;
    script: ScriptContext;
}

interface Piece {
    line: number;
    code: string;
}

export interface RunBody {
    statements: readonly Stmt[];
    triggerObject: Type | null;
}

/** Emits the top-level class with its inner classes. `run`: statements of a trigger or an anonymous block. */
export function emitTopLevel(
    env: Environment,
    file: string,
    top: ClassSymbol,
    calls: Map<string, Set<string>>,
    run: RunBody | null
): EmittedScript {
    const script = new ScriptContext(env, file, top, calls);
    const emitter = new ClassEmitter(script, top);
    for (const cls of [top, ...top.inner.values()]) emitter.emit(cls);
    if (run) emitter.emitRun(run);
    return { body: emitter.finish(run !== null), script };
}

class ClassEmitter {
    private readonly script: ScriptContext;
    private readonly env: Environment;
    private readonly top: ClassSymbol;
    private readonly pieces: Piece[] = [];
    private readonly staticInits: string[] = [];
    private readonly definers: string[] = [];
    private names = 0;

    constructor(script: ScriptContext, top: ClassSymbol) {
        this.script = script;
        this.env = script.env;
        this.top = top;
    }

    private body(
        cls: ClassSymbol,
        isStatic: boolean,
        returns: Type,
        more: {
            backing?: FieldSymbol;
            isConstructor?: boolean;
            initialising?: boolean;
            triggerObject?: Type | null;
        } = {}
    ): Body {
        return new Body(this.script, {
            cls,
            isStatic,
            returns,
            ...more,
            emitExpr: emitExpression,
            emitStmt: emitStatement
        });
    }

    /** Runs an emitter; code that did not compile becomes code that says so when it is reached. */
    private guarded(body: Body, make: () => string, caller: string): string {
        const before = this.env.diagnostics.length;
        const code = make();
        const calls = this.script.calls.get(caller) ?? new Set();
        for (const name of body.called) calls.add(name);
        this.script.calls.set(caller, calls);
        if (body.failed || this.env.diagnostics.length > before) {
            const first =
                this.env.diagnostics[before] ?? this.env.diagnostics.find((one) => one.file === this.script.file);
            return `$broken(${text(first ? `${this.script.file}:${first.line}:${first.column} ${first.message}` : 'does not compile')});`;
        }
        return body.finish(code);
    }

    private declareParams(
        body: Body,
        params: readonly ParamSymbol[],
        decl: readonly { line: number; column: number }[]
    ): string {
        return params
            .map(
                (param, index) =>
                    body.declare(decl[index] ?? { line: 1, column: 1 }, param.name, param.type, {
                        isFinal: param.isFinal
                    }).js
            )
            .join(',');
    }

    private get hasStaticCode(): boolean {
        return this.top.decl.members.some(
            (member) =>
                (member.k === 'Init' && member.isStatic) ||
                (member.k === 'Field' &&
                    member.mods.words.includes('static') &&
                    member.vars.some((variable) => variable.init !== null && variable.init.k !== 'Literal'))
        );
    }

    // ── members ─────────────────────────────────────────────────────────────────────────────────────────────────────
    emit(cls: ClassSymbol): void {
        if (cls.kind === 'enum') return;
        if (cls.kind === 'interface') {
            this.define(cls, [], [], []);
            return;
        }
        const initialisers: string[] = [];
        for (const member of cls.decl.members) {
            if (member.k === 'Field')
                for (const variable of member.vars) this.emitFieldInit(cls, variable.name, initialisers);
            else if (member.k === 'Init') this.emitInitBlock(cls, member.isStatic, member.body, initialisers);
        }
        const proto: string[] = [];
        const statics: string[] = [];
        for (const methods of cls.methods.values()) {
            for (const method of methods) {
                if (!method.decl.body) continue;
                const name = `${cls.js}$${method.key}`;
                this.emitMethod(cls, method, name);
                (method.isStatic ? statics : proto).push(`${method.key}:${name}`);
                // An interface may be implemented by a static method.
                if (method.isStatic && (cls.interfaces.length > 0 || cls.parent))
                    proto.unshift(`${method.key}:${name}`);
            }
        }
        for (const field of cls.fields.values()) {
            if (!field.property || field.plain) continue;
            this.emitAccessors(cls, field, field.isStatic ? statics : proto);
        }
        const ready = this.emitInitialiser(cls, initialisers, statics);
        for (const ctor of cls.ctors) this.emitConstructor(cls, ctor, ready, statics);
        this.define(cls, proto, statics, [...cls.fields.values()]);
    }

    private emitMethod(cls: ClassSymbol, method: MethodSymbol, name: string): void {
        const body = this.body(cls, method.isStatic, method.returns);
        const decl = method.decl;
        const low = method.name.toLowerCase();
        let params = '';
        const code = this.guarded(
            body,
            () => {
                params = this.declareParams(body, method.params, decl.params);
                const inner = emitList(body, decl.body!.body);
                if (method.returns !== VOID && !inner.ends)
                    body.report(
                        { line: decl.line, column: decl.column },
                        'missing-return',
                        `Missing return statement required return type: ${method.returns.name}`
                    );
                const init = method.isStatic && this.hasStaticCode ? '$I();' : '';
                return `${init}if(--$t.left<0)$tick();${this.deferral(cls, method, body)}${depthOpen(low)}${inner.code}${depthClose(low)}`;
            },
            low
        );
        if (!params && method.params.length) params = method.params.map((_, index) => `p${index}`).join(',');
        this.pieces.push({ line: decl.line, code: `${at(decl.line)}function ${name}(${params}){${code}}` });
    }

    /** A future method called is a job put in the queue; the job's own call runs it. */
    private deferral(cls: ClassSymbol, method: MethodSymbol, body: Body): string {
        if (!method.mods.annotations.some((mark) => mark.name === 'future')) return '';
        const args = method.params.map((param) => body.local(param.name.toLowerCase())?.js ?? 'null');
        return `if($future(${this.script.info(cls)},${text(method.key)},[${args.join(',')}]))return;`;
    }

    private emitAccessors(cls: ClassSymbol, field: FieldSymbol, table: string[]): void {
        const low = field.name.toLowerCase();
        const receiver = field.isStatic ? '$I()' : 'this';
        const emitOne = (kind: 'get' | 'set', accessor: Accessor | null): void => {
            if (!accessor) return;
            const name = `${cls.js}$${kind}$${low}`;
            let code: string;
            if (!accessor.body)
                code = kind === 'get' ? `return ${receiver}.${field.key}` : `return ${receiver}.${field.key}=value_`;
            else {
                const block = accessor.body;
                const body = this.body(cls, field.isStatic, kind === 'get' ? field.type : VOID, { backing: field });
                code = this.guarded(
                    body,
                    () => {
                        if (kind === 'set') body.declare(accessor, 'value', field.type);
                        const inner = emitList(body, block.body);
                        if (kind === 'get' && !inner.ends)
                            body.report(
                                accessor,
                                'missing-return',
                                `Missing return statement required return type: ${field.type.name}`
                            );
                        // The value of an assignment is what was assigned, whatever the setter did.
                        return kind === 'set'
                            ? `const $given=value_;$set:{${inner.code.replace(/\breturn;/g, 'break $set;')}}return $given`
                            : `${depthOpen(`get ${low}`)}${inner.code}${depthClose(`get ${low}`)}`;
                    },
                    `get ${low}`
                );
            }
            this.pieces.push({
                line: accessor.line,
                code: `${at(accessor.line)}function ${name}(${kind === 'set' ? 'value_' : ''}){${code}}`
            });
            table.push(`${kind}$${low}:${name}`);
        };
        emitOne('get', field.property!.get);
        emitOne('set', field.property!.set);
    }

    private emitFieldInit(cls: ClassSymbol, fieldName: string, initialisers: string[]): void {
        const field = cls.fields.get(fieldName.toLowerCase());
        if (!field || !field.init) return;
        const init = field.init;
        const body = this.body(cls, field.isStatic, VOID, { initialising: true });
        const code = this.guarded(
            body,
            () => {
                const value = body.assign(init, field.type);
                return `${field.isStatic ? '$S0' : 'this'}.${field.key}=${value.code};`;
            },
            field.isStatic ? `static ${cls.name.toLowerCase()}` : `new ${cls.name.toLowerCase()}`
        );
        const name = `${cls.js}$f${this.names++}`;
        this.pieces.push({ line: field.line, code: `${at(field.line)}function ${name}(){${code}}` });
        if (field.isStatic) this.staticInits.push(`${name}();`);
        else initialisers.push(`${name}.call(this);`);
    }

    private emitInitBlock(cls: ClassSymbol, isStatic: boolean, block: Block, initialisers: string[]): void {
        const body = this.body(cls, isStatic, VOID, { initialising: true });
        const code = this.guarded(
            body,
            () => emitList(body, block.body).code,
            isStatic ? `static ${cls.name.toLowerCase()}` : `new ${cls.name.toLowerCase()}`
        );
        const name = `${cls.js}$f${this.names++}`;
        this.pieces.push({ line: block.line, code: `${at(block.line)}function ${name}(){${code}}` });
        if (isStatic) this.staticInits.push(`${name}();`);
        else initialisers.push(`${name}.call(this);`);
    }

    /**
     * Initialisers of fields run before any constructor's body, so that a method which the superclass's constructor calls finds
     * them set (fflib-apex-common, testDerivedUnitOfWork_CommitSuccess). Gives the code that runs them on a new object.
     */
    private emitInitialiser(cls: ClassSymbol, initialisers: readonly string[], statics: string[]): string {
        const parent = cls.parent ? `${this.script.cls(cls.parent)}.$ready.call(this);` : '';
        statics.push(`$ready(){${parent}${initialisers.join('')}}`);
        return parent || initialisers.length > 0 ? `C$${cls.js}.$ready.call(o);` : '';
    }

    private emitConstructor(cls: ClassSymbol, ctor: CtorSymbol, ready: string, statics: string[]): void {
        const name = `${cls.js}$i${ctor.key}`;
        const low = `new ${cls.name.toLowerCase()}`;
        const body = this.body(cls, false, VOID, { isConstructor: true });
        let params = '';
        const decl = ctor.decl;
        const line = decl?.line ?? cls.decl.endLine;
        const code = this.guarded(
            body,
            () => {
                params = this.declareParams(body, ctor.params, decl?.params ?? []);
                if (!decl) return this.freeConstructor(cls, ctor, params);
                const statements = decl.body.body;
                const first = statements[0];
                const call =
                    first?.k === 'Expr' && first.expr.k === 'Call' && first.expr.target === null
                        ? first.expr.name.toLowerCase()
                        : '';
                let code = this.top === cls && this.hasStaticCode ? '$I();' : '';
                code += depthOpen(low);
                if (call === 'this' || call === 'super') {
                    body.mayDelegate = true;
                    code += body.stmt(first!).code;
                    code += emitList(body, statements.slice(1)).code;
                } else code += this.implicitSuper(body, cls, decl) + emitList(body, statements).code;
                return code + depthClose(low);
            },
            low
        );
        if (!params && ctor.params.length) params = ctor.params.map((_, index) => `p${index}`).join(',');
        this.pieces.push({ line, code: `${at(line)}function ${name}(${params}){${code}}` });
        statics.push(`i${ctor.key}:${name}`);
        if (!cls.isAbstract)
            statics.push(
                `${ctor.key}:function(${params}){const o=new C$${cls.js}();${ready}${name}.call(o${params ? `,${params}` : ''});return o}`
            );
    }

    private freeConstructor(cls: ClassSymbol, ctor: CtorSymbol, params: string): string {
        const init = this.top === cls && this.hasStaticCode ? '$I();' : '';
        if (isException(cls)) {
            const parent = cls.parent;
            if (!parent) return `${init}$exception(this,[${params}]);`;
            return `${init}${this.script.cls(parent)}[${text(`i${ctor.key}`)}].call(this${params ? `,${params}` : ''});`;
        }
        return (
            init +
            this.implicitSuper(this.body(cls, false, VOID, { isConstructor: true }), cls, {
                line: cls.decl.line,
                column: cls.decl.column
            })
        );
    }

    private implicitSuper(body: Body, cls: ClassSymbol, where: { line: number; column: number }): string {
        const parent = cls.parent;
        if (!parent) return '';
        const chosen = chooseOverload(this.env, ctorCandidates(parent.ctors, parent.type), []);
        if (!chosen || !('found' in chosen)) {
            body.report(where, 'unknown-constructor', `No default constructor available in super type: ${parent.name}`);
            return '';
        }
        return `${this.script.cls(parent)}[${text(`i${chosen.found.member.key}`)}].call(this);`;
    }

    emitRun(run: RunBody): void {
        const body = this.body(this.top, true, VOID, { triggerObject: run.triggerObject });
        const code = this.guarded(body, () => emitList(body, run.statements).code, '$run');
        this.pieces.push({ line: run.statements[0]?.line ?? 1, code: `function $run(){${code}}` });
    }

    // ── the JS classes ──────────────────────────────────────────────────────────────────────────────────────────────
    private define(
        cls: ClassSymbol,
        proto: readonly string[],
        statics: readonly string[],
        fields: readonly FieldSymbol[]
    ): void {
        const js = `C$${cls.js}`;
        const own = fields
            .filter((field) => !field.isStatic)
            .map((field) => `this.${field.key}=null;`)
            .join('');
        const accessors = fields
            .filter((field) => field.property && !field.plain && !field.isStatic)
            .map((field) => {
                const low = field.name.toLowerCase();
                return `Object.defineProperty(${js}.prototype,"p$${low}",{configurable:true,get(){return ${field.property!.get ? `this.get$${low}()` : 'null'}},set(v){${field.property!.set ? `this.set$${low}(v)` : ''}}});`;
            })
            .join('');
        this.definers.push(
            `{name:${text(cls.name)},make(B){${js}=class ${cls.js} extends B{constructor(){super();${own}}};Object.assign(${js}.prototype,{${proto.join(',')}});Object.assign(${js},{${statics.join(',')}});${accessors}return ${js}}}`
        );
    }

    finish(hasRun: boolean): string {
        const pieces = this.pieces
            .sort((a, b) => a.line - b.line)
            .map((piece) => piece.code)
            .join('');
        const classes = [this.top, ...this.top.inner.values()]
            .filter((cls) => cls.kind !== 'enum')
            .map((cls) => `C$${cls.js}`);
        const statics = [...this.top.fields.values()]
            .filter((field) => field.isStatic)
            .map((field) => `${field.key}:null`)
            .join(',');
        return (
            `let $S0=null;function $I(){return $S0??$init()}function $init(){$S0={${statics}};${this.staticInits.join('')}return $S0}` +
            `${classes.length ? `let ${classes.join(',')};` : ''}${pieces}` +
            `return{define:[${this.definers.join(',')}],link:$link,statics:$I,reset(){$S0=null}${hasRun ? ',run:$run' : ''}};`
        );
    }
}

export { signature, STRING };
