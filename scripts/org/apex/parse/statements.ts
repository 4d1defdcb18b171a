// Statements and declarations of local variables.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_control_flow.htm
import type { Block, Expr, Stmt, TypeRef, WhenCase } from './ast.ts';
import { ExpressionParser } from './expressions.ts';

const DML = new Set(['insert', 'update', 'upsert', 'delete', 'undelete', 'merge']);

export class StatementParser extends ExpressionParser {
    protected parseDeclarators(first: {
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
        const { line, column } = this.token;
        if (this.isOp('{')) return this.parseBlock();
        const known = this.token.type === 'id' ? (this.parseKeyword() ?? this.tryLocal()) : null;
        if (known) return known;
        const expr = this.parseExpression();
        this.expectOp(';');
        return { k: 'Expr', expr, line, column };
    }

    /** A statement that begins with a word of its own; null for others. */
    private parseKeyword(): Stmt | null {
        const { line, column, low } = this.token;
        switch (low) {
            case 'if':
                return this.parseIf();
            case 'while': {
                this.at++;
                const cond = this.parseCondition();
                return { k: 'While', cond, body: this.parseLoopBody(), line, column };
            }
            case 'do':
                return this.parseDo();
            case 'for':
                return this.parseFor();
            case 'return':
            case 'throw':
                return this.parseExit(low);
            case 'break':
            case 'continue':
                this.at++;
                this.expectOp(';');
                return { k: low === 'break' ? 'Break' : 'Continue', line, column };
            case 'try':
                return this.parseTry();
            case 'switch':
                return this.isWord('on', 1) ? this.parseSwitch() : null;
            case 'final':
                this.at++;
                return this.parseLocal(true, line, column);
            case 'system':
                return this.tryRunAs();
            default:
                return DML.has(low) ? this.parseDml() : null;
        }
    }

    private parseIf(): Stmt {
        const { line, column } = this.token;
        this.at++;
        const cond = this.parseCondition();
        const then = this.parseStatement();
        return { k: 'If', cond, then, else: this.takeWord('else') ? this.parseStatement() : null, line, column };
    }

    private parseDo(): Stmt {
        const { line, column } = this.token;
        this.at++;
        const body = this.parseStatement();
        this.expectWord('while');
        const cond = this.parseCondition();
        this.expectOp(';');
        return { k: 'Do', cond, body, line, column };
    }

    private parseExit(word: 'return' | 'throw'): Stmt {
        const { line, column } = this.token;
        this.at++;
        const expr = word === 'return' && this.isOp(';') ? null : this.parseExpression();
        this.expectOp(';');
        return expr !== null && word === 'throw'
            ? { k: 'Throw', expr, line, column }
            : { k: 'Return', expr, line, column };
    }

    /** `System.runAs(user) { … }`; without a block it is a call like others. */
    private tryRunAs(): Stmt | null {
        const { line, column } = this.token;
        if (!this.isOp('.', 1) || !this.isWord('runas', 2) || !this.isOp('(', 3)) return null;
        const start = this.at;
        this.at += 3;
        const args = this.parseArguments();
        if (this.isOp('{')) return { k: 'RunAs', args, body: this.parseBlock(), line, column };
        this.at = start;
        return null;
    }

    private tryLocal(): Stmt | null {
        const { line, column } = this.token;
        const start = this.at;
        const type = this.tryType();
        const isLocal = type && this.isName() && (this.isOp('=', 1) || this.isOp(';', 1) || this.isOp(',', 1));
        this.at = start;
        return isLocal ? this.parseLocal(false, line, column) : null;
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
