// Apex files → tree, by recursive descent. Written by hand because it reads a file some fifty times faster than the
// generated ANTLR parser (see docs/decisions); that parser stays the oracle of the parity test.
import type {
    Accessor,
    AnonymousDecl,
    Block,
    ClassDecl,
    Expr,
    Member,
    Modifiers,
    Param,
    Stmt,
    TriggerDecl,
    TypeRef,
    WhenCase
} from './ast.ts';
import { ExpressionParser } from './expressions.ts';
import { ApexSyntaxError, tokenize } from './lexer.ts';

export { ApexSyntaxError } from './lexer.ts';

const MODIFIERS = new Set(
    'public private protected global static virtual abstract override final transient webservice testmethod'.split(' ')
);
const DML = new Set(['insert', 'update', 'upsert', 'delete', 'undelete', 'merge']);

export class Parser extends ExpressionParser {
    constructor(source: string) {
        super(source, tokenize(source));
    }

    parseClassFile(): ClassDecl {
        const mods = this.parseModifiers();
        const decl = this.parseTypeDecl(mods);
        if (!decl) throw this.unexpected();
        if (this.token.type !== 'eof')
            throw this.error(`Extra content at the end: unexpected token '${this.token.text}'.`);
        return decl;
    }

    parseTriggerFile(): TriggerDecl {
        const { line, column } = this.expectWord('trigger');
        const name = this.expectName().text;
        this.expectWord('on');
        const object = this.parseType().parts.join('.');
        this.expectOp('(');
        const events: string[] = [];
        do {
            const when = this.token.low;
            this.at++;
            const what = this.token.low;
            this.at++;
            if ((when !== 'before' && when !== 'after') || !['insert', 'update', 'delete', 'undelete'].includes(what)) {
                throw this.error(`Unexpected token '${this.tokens[this.at - 2]!.text}'.`, this.tokens[this.at - 2]);
            }
            events.push(`${when} ${what}`);
        } while (this.takeOp(','));
        this.expectOp(')');
        const open = this.expectOp('{');
        const members: Member[] = [];
        const body: Stmt[] = [];
        while (!this.isOp('}')) this.parseLooseMember(members, body);
        const close = this.expectOp('}');
        if (this.token.type !== 'eof') throw this.unexpected();
        return {
            k: 'Trigger',
            name,
            object,
            events,
            members,
            body: { k: 'Block', body, line: open.line, column: open.column, endLine: close.line },
            line,
            column
        };
    }

    parseAnonymous(): AnonymousDecl {
        const members: Member[] = [];
        const body: Stmt[] = [];
        while (this.token.type !== 'eof') this.parseLooseMember(members, body);
        return { k: 'Anonymous', members, body, line: 1, column: 1, endLine: this.token.line };
    }

    /** Triggers and anonymous blocks may declare methods and classes between their statements. */
    private parseLooseMember(members: Member[], body: Stmt[]): void {
        const start = this.at;
        try {
            const mods = this.parseModifiers();
            const type = this.parseTypeDecl(mods);
            if (type) {
                members.push(type);
                return;
            }
            const returns = this.tryType();
            if (returns && this.isName() && this.isOp('(', 1)) {
                const name = this.token;
                this.at++;
                const params = this.parseParams();
                if (this.isOp('{')) {
                    const block = this.parseBlock();
                    mods.words.push('static');
                    members.push({
                        k: 'Method',
                        mods,
                        type: isVoid(returns) ? null : returns,
                        name: name.text,
                        params,
                        body: block,
                        line: name.line,
                        column: name.column,
                        endLine: block.endLine
                    });
                    return;
                }
            }
        } catch (error) {
            if (!(error instanceof ApexSyntaxError) || this.at - start > 3) throw error;
        }
        this.at = start;
        body.push(this.parseStatement());
    }

    // ── declarations ────────────────────────────────────────────────────────────────────────────────────────────────
    parseModifiers(): Modifiers {
        const words: string[] = [];
        const annotations: Modifiers['annotations'] = [];
        for (;;) {
            const token = this.token;
            if (this.isOp('@')) {
                this.at++;
                const name = this.token;
                if (name.type !== 'id') throw this.unexpected();
                this.at++;
                annotations.push({
                    name: name.low,
                    args: this.isOp('(') ? this.parseAnnotationArgs() : {},
                    line: token.line,
                    column: token.column
                });
            } else if (token.type === 'id' && MODIFIERS.has(token.low)) {
                words.push(token.low);
                this.at++;
            } else if (
                token.type === 'id' &&
                (token.low === 'with' || token.low === 'without' || token.low === 'inherited') &&
                this.isWord('sharing', 1)
            ) {
                words.push(`${token.low} sharing`);
                this.at += 2;
            } else return { words, annotations };
        }
    }

    private parseAnnotationArgs(): Record<string, string | boolean> {
        this.expectOp('(');
        const args: Record<string, string | boolean> = {};
        while (!this.takeOp(')')) {
            if (this.token.type === 'eof') throw this.unexpected();
            if (this.token.type === 'id' && this.isOp('=', 1)) {
                const name = this.token.low;
                this.at += 2;
                const negative = this.takeOp('-');
                const value = this.token;
                this.at++;
                args[name] =
                    value.low === 'true' ? true : value.low === 'false' ? false : `${negative ? '-' : ''}${value.text}`;
            } else {
                args.value = this.token.text;
                this.at++;
            }
            this.takeOp(',');
        }
        return args;
    }

    private parseTypeDecl(mods: Modifiers): ClassDecl | null {
        const token = this.token;
        const kind = token.low;
        if (
            token.type !== 'id' ||
            (kind !== 'class' && kind !== 'interface' && kind !== 'enum') ||
            this.peek().type !== 'id'
        )
            return null;
        this.at++;
        const name = this.expectName();
        const decl: ClassDecl = {
            k: 'Class',
            kind,
            mods,
            name: name.text,
            superclass: null,
            interfaces: [],
            members: [],
            values: [],
            line: name.line,
            column: name.column,
            endLine: name.line
        };
        if (kind === 'enum') {
            this.expectOp('{');
            while (!this.isOp('}')) {
                const value = this.expectName();
                decl.values.push({ name: value.text, line: value.line, column: value.column });
                if (!this.takeOp(',')) break;
            }
        } else {
            if (this.takeWord('extends')) {
                if (kind === 'interface') decl.interfaces.push(this.parseType());
                else decl.superclass = this.parseType();
            }
            if (kind === 'interface') while (this.takeOp(',')) decl.interfaces.push(this.parseType());
            if (this.takeWord('implements')) {
                do decl.interfaces.push(this.parseType());
                while (this.takeOp(','));
            }
            this.expectOp('{');
            while (!this.isOp('}')) {
                if (this.token.type === 'eof') throw this.error("Missing '}' at '<EOF>'");
                if (this.takeOp(';')) continue;
                this.parseMember(decl);
            }
        }
        decl.endLine = this.expectOp('}').line;
        return decl;
    }

    private parseMember(owner: ClassDecl): void {
        const start = this.token;
        if (this.isOp('{') || (this.isWord('static') && this.isOp('{', 1))) {
            const isStatic = this.takeWord('static');
            const body = this.parseBlock();
            owner.members.push({
                k: 'Init',
                isStatic,
                body,
                line: start.line,
                column: start.column,
                endLine: body.endLine
            });
            return;
        }
        const mods = this.parseModifiers();
        const inner = this.parseTypeDecl(mods);
        if (inner) {
            owner.members.push(inner);
            return;
        }
        const first = this.token;
        if (this.isName() && this.isOp('(', 1)) {
            this.at++;
            const params = this.parseParams();
            if (first.low !== owner.name.toLowerCase())
                throw this.error(`Invalid constructor name: ${first.text}`, first);
            const body = this.parseBlock();
            owner.members.push({
                k: 'Ctor',
                mods,
                name: first.text,
                params,
                body,
                line: first.line,
                column: first.column,
                endLine: body.endLine
            });
            return;
        }
        const type = this.parseType();
        const name = this.token;
        if (name.type !== 'id' || RESERVED_MEMBER.has(name.low)) throw this.unexpected();
        this.at++;
        if (this.isOp('(')) {
            const params = this.parseParams();
            let body: Block | null = null;
            if (this.isOp('{')) body = this.parseBlock();
            else this.expectOp(';');
            owner.members.push({
                k: 'Method',
                mods,
                type: isVoid(type) ? null : type,
                name: name.text,
                params,
                body,
                line: name.line,
                column: name.column,
                endLine: body?.endLine ?? this.tokens[this.at - 1]!.line
            });
            return;
        }
        if (this.isOp('{')) {
            owner.members.push(this.parseProperty(mods, type, name));
            return;
        }
        const vars = this.parseDeclarators(name);
        this.expectOp(';');
        owner.members.push({
            k: 'Field',
            mods,
            type,
            vars,
            line: name.line,
            column: name.column,
            endLine: this.tokens[this.at - 1]!.line
        });
    }

    private parseDeclarators(first: {
        text: string;
        line: number;
        column: number;
    }): { name: string; init: Expr | null; line: number; column: number }[] {
        const vars: { name: string; init: Expr | null; line: number; column: number }[] = [];
        let name = first;
        for (;;) {
            vars.push({
                name: name.text,
                init: this.takeOp('=') ? this.parseExpression() : null,
                line: name.line,
                column: name.column
            });
            if (!this.takeOp(',')) return vars;
            name = this.expectName();
        }
    }

    private parseProperty(
        mods: Modifiers,
        type: TypeRef,
        name: { text: string; line: number; column: number }
    ): Member {
        this.expectOp('{');
        let get: Accessor | null = null;
        let set: Accessor | null = null;
        while (!this.isOp('}')) {
            const accessorMods = this.parseModifiers().words;
            const word = this.token;
            if (word.low !== 'get' && word.low !== 'set') throw this.unexpected();
            this.at++;
            const accessor: Accessor = {
                mods: accessorMods,
                body: this.isOp('{') ? this.parseBlock() : null,
                line: word.line,
                column: word.column
            };
            if (!accessor.body) this.expectOp(';');
            if (word.low === 'get') get = accessor;
            else set = accessor;
        }
        const close = this.expectOp('}');
        return {
            k: 'Property',
            mods,
            type,
            name: name.text,
            get,
            set,
            line: name.line,
            column: name.column,
            endLine: close.line
        };
    }

    private parseParams(): Param[] {
        this.expectOp('(');
        const params: Param[] = [];
        if (this.takeOp(')')) return params;
        do {
            const mods = this.parseModifiers();
            const type = this.parseType();
            const name = this.expectName();
            params.push({
                type,
                name: name.text,
                isFinal: mods.words.includes('final'),
                line: name.line,
                column: name.column
            });
        } while (this.takeOp(','));
        this.expectOp(')');
        return params;
    }

    // ── statements ──────────────────────────────────────────────────────────────────────────────────────────────────
    parseBlock(): Block {
        const open = this.expectOp('{');
        const body: Stmt[] = [];
        while (!this.isOp('}')) {
            if (this.token.type === 'eof') throw this.error("Missing '}' at '<EOF>'");
            if (this.takeOp(';')) continue;
            body.push(this.parseStatement());
        }
        const close = this.expectOp('}');
        return { k: 'Block', body, line: open.line, column: open.column, endLine: close.line };
    }

    /** The body of a loop may be a lone semicolon. */
    private parseLoopBody(): Stmt | null {
        return this.takeOp(';') ? null : this.parseStatement();
    }

    parseStatement(): Stmt {
        const token = this.token;
        const { line, column } = token;
        if (this.isOp('{')) return this.parseBlock();
        if (token.type === 'id') {
            switch (token.low) {
                case 'if': {
                    this.at++;
                    const cond = this.parseCondition();
                    const then = this.parseStatement();
                    return {
                        k: 'If',
                        cond,
                        then,
                        else: this.takeWord('else') ? this.parseStatement() : null,
                        line,
                        column
                    };
                }
                case 'while': {
                    this.at++;
                    const cond = this.parseCondition();
                    return { k: 'While', cond, body: this.parseLoopBody(), line, column };
                }
                case 'do': {
                    this.at++;
                    const body = this.parseStatement();
                    this.expectWord('while');
                    const cond = this.parseCondition();
                    this.expectOp(';');
                    return { k: 'Do', cond, body, line, column };
                }
                case 'for':
                    return this.parseFor();
                case 'return': {
                    this.at++;
                    const expr = this.isOp(';') ? null : this.parseExpression();
                    this.expectOp(';');
                    return { k: 'Return', expr, line, column };
                }
                case 'throw': {
                    this.at++;
                    const expr = this.parseExpression();
                    this.expectOp(';');
                    return { k: 'Throw', expr, line, column };
                }
                case 'break':
                case 'continue':
                    this.at++;
                    this.expectOp(';');
                    return { k: token.low === 'break' ? 'Break' : 'Continue', line, column };
                case 'try':
                    return this.parseTry();
                case 'switch':
                    if (this.isWord('on', 1)) return this.parseSwitch();
                    break;
                case 'final':
                    this.at++;
                    return this.parseLocal(true, line, column);
                case 'system':
                    if (this.isOp('.', 1) && this.isWord('runas', 2) && this.isOp('(', 3)) {
                        const start = this.at;
                        this.at += 3;
                        const args = this.parseArguments();
                        if (this.isOp('{')) return { k: 'RunAs', args, body: this.parseBlock(), line, column };
                        this.at = start;
                    }
                    break;
                default:
                    if (DML.has(token.low)) return this.parseDml();
            }
            const start = this.at;
            const type = this.tryType();
            if (type && this.isName() && (this.isOp('=', 1) || this.isOp(';', 1) || this.isOp(',', 1))) {
                this.at = start;
                return this.parseLocal(false, line, column);
            }
            this.at = start;
        }
        const expr = this.parseExpression();
        this.expectOp(';');
        return { k: 'Expr', expr, line, column };
    }

    private parseCondition(): Expr {
        this.expectOp('(');
        const cond = this.parseExpression();
        this.expectOp(')');
        return cond;
    }

    private parseLocal(isFinal: boolean, line: number, column: number, ends = true): Stmt {
        const type = this.parseType();
        const vars = this.parseDeclarators(this.expectName());
        if (ends) this.expectOp(';');
        return { k: 'LocalVar', type, isFinal, vars, line, column };
    }

    private parseFor(): Stmt {
        const { line, column } = this.token;
        this.at++;
        this.expectOp('(');
        const start = this.at;
        this.takeWord('final');
        const type = this.tryType();
        if (type && this.isName() && this.isOp(':', 1)) {
            const name = this.token.text;
            this.at += 2;
            const source = this.parseExpression();
            this.expectOp(')');
            return { k: 'ForEach', type, name, source, body: this.parseLoopBody(), line, column };
        }
        this.at = start;
        const init: Stmt[] = [];
        if (!this.isOp(';')) {
            const isFinal = this.takeWord('final');
            const declared = this.tryType();
            const isDecl = declared && this.isName() && (this.isOp('=', 1) || this.isOp(';', 1) || this.isOp(',', 1));
            this.at = isFinal ? start + 1 : start;
            if (isDecl) init.push(this.parseLocal(isFinal, line, column, false));
            else {
                do {
                    const at = this.token;
                    init.push({ k: 'Expr', expr: this.parseExpression(), line: at.line, column: at.column });
                } while (this.takeOp(','));
            }
        }
        this.expectOp(';');
        const cond = this.isOp(';') ? null : this.parseExpression();
        this.expectOp(';');
        const update: Expr[] = [];
        if (!this.isOp(')')) {
            do update.push(this.parseExpression());
            while (this.takeOp(','));
        }
        this.expectOp(')');
        return { k: 'For', init, cond, update, body: this.parseLoopBody(), line, column };
    }

    private parseTry(): Stmt {
        const { line, column } = this.token;
        this.at++;
        const body = this.parseBlock();
        const catches: { type: TypeRef; name: string; body: Block; line: number; column: number }[] = [];
        while (this.isWord('catch')) {
            const at = this.token;
            this.at++;
            this.expectOp('(');
            this.takeWord('final');
            const type = this.parseType();
            const name = this.expectName().text;
            this.expectOp(')');
            catches.push({ type, name, body: this.parseBlock(), line: at.line, column: at.column });
        }
        const last = this.takeWord('finally') ? this.parseBlock() : null;
        if (catches.length === 0 && !last) throw this.unexpected();
        return { k: 'Try', body, catches, finally: last, line, column };
    }

    private parseSwitch(): Stmt {
        const { line, column } = this.token;
        this.at += 2;
        const on = this.parseExpression();
        this.expectOp('{');
        const cases: WhenCase[] = [];
        while (!this.isOp('}')) {
            const at = this.expectWord('when');
            const where = { line: at.line, column: at.column };
            if (this.takeWord('else')) {
                cases.push({ k: 'else', body: this.parseBlock(), ...where });
                continue;
            }
            const start = this.at;
            const type = this.isName() ? this.tryType() : null;
            if (type && this.isName() && this.isOp('{', 1)) {
                const name = this.token.text;
                this.at++;
                cases.push({ k: 'type', type, name, body: this.parseBlock(), ...where });
                continue;
            }
            this.at = start;
            const values: Expr[] = [];
            do values.push(this.parseUnary());
            while (this.takeOp(','));
            cases.push({ k: 'values', values, body: this.parseBlock(), ...where });
        }
        this.expectOp('}');
        return { k: 'Switch', on, cases, line, column };
    }

    private parseDml(): Stmt {
        const { line, column, low } = this.token;
        const op = low as 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';
        this.at++;
        let mode: 'user' | 'system' | null = null;
        if (this.isWord('as') && (this.isWord('user', 1) || this.isWord('system', 1))) {
            mode = this.peek().low as 'user' | 'system';
            this.at += 2;
        }
        const expr = this.parseExpression();
        let second: Expr | null = null;
        let externalId: string | null = null;
        if (op === 'merge') second = this.parseExpression();
        else if (op === 'upsert' && !this.isOp(';')) externalId = this.parseType().parts.join('.');
        this.expectOp(';');
        return { k: 'Dml', op, mode, expr, second, externalId, line, column };
    }
}

const RESERVED_MEMBER = new Set([
    'class',
    'interface',
    'enum',
    'if',
    'while',
    'for',
    'return',
    'new',
    'null',
    'this',
    'super'
]);

function isVoid(type: TypeRef): boolean {
    return type.parts.length === 1 && type.parts[0]!.toLowerCase() === 'void';
}
