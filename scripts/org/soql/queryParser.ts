// SOQL queries, clause by clause.
// https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select.htm
import type { AccessClause, Count, FromItem, OrderItem, PathExpr, Query, SelectItem, TypeofItem } from './ast.ts';
import { ConditionParser } from './conditionParser.ts';
import { unsupported } from './messages.ts';

const AFTER_FROM = new Set([
    'USING',
    'WHERE',
    'WITH',
    'GROUP',
    'HAVING',
    'ORDER',
    'LIMIT',
    'OFFSET',
    'FOR',
    'ALL',
    'UPDATE'
]);
export class QueryParser extends ConditionParser {
    override query(): Query {
        const pos = this.peek().pos;
        this.keyword('SELECT');
        const select = [this.selectItem()];
        while (this.skip(',')) select.push(this.selectItem());
        this.keyword('FROM');
        const from = [this.fromItem()];
        while (this.skip(',')) from.push(this.fromItem());
        const scope = this.skipWord('USING') ? this.scope() : null;
        const where = this.skipWord('WHERE') ? this.condition() : null;
        const access = this.access();
        const groupBy = this.groupBy();
        const having = this.skipWord('HAVING') ? this.condition() : null;
        const orderBy = this.orderBy();
        const limit = this.skipWord('LIMIT') ? this.count() : null;
        const offset = this.skipWord('OFFSET') ? this.count() : null;
        const locking = this.locking();
        let allRows = false;
        if (this.skipWord('ALL')) {
            this.keyword('ROWS');
            allRows = true;
        }
        return { select, from, scope, where, access, groupBy, having, orderBy, limit, offset, locking, allRows, pos };
    }

    protected count(): Count {
        const token = this.next();
        if (token.type === 'op' && token.text === ':') return { k: 'bind', name: this.bindName(), pos: token.pos };
        if (token.type !== 'number' || !/^\d+$/.test(token.text)) this.fail(-1);
        return { k: 'number', value: Number(token.text), pos: token.pos };
    }

    protected selectItem(): SelectItem {
        const token = this.peek();
        const { pos } = token;
        if (this.skip('(')) {
            const query = this.query();
            this.expect(')');
            return { k: 'subquery', query, pos };
        }
        if (token.up === 'TYPEOF' && this.peek(1).type === 'id' && this.peek(1).up !== 'FROM') return this.typeof();
        if (token.up === 'FIELDS' && this.peek(1).text === '(') {
            this.at += 2;
            const group = this.next().up;
            if (group !== 'ALL' && group !== 'STANDARD' && group !== 'CUSTOM') this.fail(-1);
            this.expect(')');
            return { k: 'fields', group: group as 'ALL', pos };
        }
        if (token.up === 'FROM') this.fail();
        const expr = this.fieldExpr();
        const alias = this.peek().type === 'id' && !this.isWord('FROM') ? this.name() : null;
        return { k: 'field', expr, alias, pos };
    }

    protected typeof(): TypeofItem {
        const { pos } = this.next();
        const path = this.path();
        const whens: TypeofItem['whens'] = [];
        while (this.isWord('WHEN')) {
            const at = this.next().pos;
            const type = this.name();
            this.keyword('THEN');
            whens.push({ type, fields: this.paths(), pos: at });
        }
        if (whens.length === 0) this.fail();
        const otherwise = this.skipWord('ELSE') ? this.paths() : null;
        this.keyword('END');
        return { k: 'typeof', path, whens, otherwise, pos };
    }

    protected paths(): PathExpr[] {
        const paths = [this.path()];
        while (this.skip(',')) paths.push(this.path());
        return paths;
    }

    protected fromItem(): FromItem {
        const { parts, pos } = this.path();
        this.skipWord('AS');
        const alias = this.peek().type === 'id' && !AFTER_FROM.has(this.peek().up) ? this.name() : null;
        return { parts, alias, pos };
    }

    protected scope(): { name: string; pos: number } {
        this.keyword('SCOPE');
        const { pos } = this.peek();
        return { name: this.name(), pos };
    }

    protected access(): Query['access'] {
        let access: Query['access'] = null;
        while (this.skipWord('WITH')) {
            const token = this.next();
            if (token.up === 'USER_MODE' || token.up === 'SYSTEM_MODE' || token.up === 'SECURITY_ENFORCED') {
                access = { mode: token.up as AccessClause, pos: token.pos };
            } else if (
                [
                    'DATA',
                    'DIVISION',
                    'SNIPPET',
                    'NETWORK',
                    'PRICEBOOKID',
                    'METADATA',
                    'HIGHLIGHT',
                    'SPELL_CORRECTION',
                    'RECORDVISIBILITYCONTEXT'
                ].includes(token.up)
            ) {
                throw unsupported(`WITH ${token.up}`, token.pos);
            } else {
                this.fail(-1);
            }
        }
        return access;
    }

    protected groupBy(): Query['groupBy'] {
        const { pos } = this.peek();
        if (!this.skipWord('GROUP')) return null;
        this.keyword('BY');
        let mode: 'plain' | 'rollup' | 'cube' = 'plain';
        if ((this.isWord('ROLLUP') || this.isWord('CUBE')) && this.peek(1).text === '(') {
            mode = this.next().up === 'CUBE' ? 'cube' : 'rollup';
            this.expect('(');
        }
        const items = [this.fieldExpr()];
        while (this.skip(',')) items.push(this.fieldExpr());
        if (mode !== 'plain') this.expect(')');
        return { mode, items, pos };
    }

    protected orderBy(): OrderItem[] {
        if (!this.skipWord('ORDER')) return [];
        this.keyword('BY');
        const items: OrderItem[] = [];
        do {
            const expr = this.fieldExpr();
            const descending = this.skipWord('DESC') || (this.skipWord('ASC') && false);
            let nullsLast = false;
            if (this.skipWord('NULLS')) {
                nullsLast = this.skipWord('LAST');
                if (!nullsLast) this.keyword('FIRST');
            }
            items.push({ expr, descending, nullsLast });
        } while (this.skip(','));
        return items;
    }

    protected locking(): Query['locking'] {
        let locking: Query['locking'] = null;
        while (this.isWord('FOR') || this.isWord('UPDATE')) {
            const update = this.next().up === 'UPDATE';
            const word = this.next().up;
            if (update) {
                if (word !== 'TRACKING' && word !== 'VIEWSTAT') this.fail(-1);
            } else if (word === 'UPDATE' || word === 'VIEW' || word === 'REFERENCE') {
                locking = word;
                if (this.skip(',')) this.next();
            } else {
                this.fail(-1);
            }
        }
        return locking;
    }
}
