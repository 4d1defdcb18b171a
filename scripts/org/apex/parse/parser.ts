// Apex files → tree: declarations. By recursive descent. Written by hand because it reads a file some fifty times faster than the
// generated ANTLR parser (see docs/decisions); that parser stays the oracle of the parity test.
import type {
    Accessor,
    AnonymousDecl,
    Block,
    ClassDecl,
    Member,
    Modifiers,
    Param,
    Stmt,
    TriggerDecl,
    TypeRef
} from './ast.ts';
import { ApexSyntaxError, tokenize } from './lexer.ts';
import { StatementParser } from './statements.ts';

export { ApexSyntaxError } from './lexer.ts';

const MODIFIERS = new Set(
    'public private protected global static virtual abstract override final transient webservice testmethod'.split(' ')
);

export class Parser extends StatementParser {
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
