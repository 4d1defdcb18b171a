// What the same work costs without a platform: the interchange split with plain JavaScript, the same rows (a file, its link, a
// document, two steps, an order, its lines) inserted into SQLite, one transaction an order, in one process.
import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';

interface Statements {
    file: StatementSync;
    link: StatementSync;
    document: StatementSync;
    step: StatementSync;
    order: StatementSync;
    line: StatementSync;
}

export class PlainOrders {
    readonly #database = new DatabaseSync(':memory:');
    readonly #statements: Statements;

    constructor() {
        this.#database.exec(`
            CREATE TABLE file (id INTEGER PRIMARY KEY, content TEXT);
            CREATE TABLE link (file INTEGER, document INTEGER);
            CREATE TABLE document (id INTEGER PRIMARY KEY, key TEXT UNIQUE, state TEXT, type TEXT, number TEXT, amount REAL, lines INTEGER);
            CREATE TABLE step (document INTEGER, state TEXT);
            CREATE TABLE purchase_order (id INTEGER PRIMARY KEY, key TEXT UNIQUE, number TEXT, date TEXT, currency TEXT, amount REAL);
            CREATE TABLE line (purchase_order INTEGER, number TEXT, quantity REAL, unit TEXT, price REAL, vendor TEXT, upc TEXT);
        `);
        const prepare = (sql: string): StatementSync => this.#database.prepare(sql);
        this.#statements = {
            file: prepare('INSERT INTO file (content) VALUES (?)'),
            link: prepare('INSERT INTO link VALUES (?, ?)'),
            document: prepare(
                'INSERT INTO document (key, state, type, number, amount, lines) VALUES (?, ?, ?, ?, ?, ?)'
            ),
            step: prepare('INSERT INTO step VALUES (?, ?)'),
            order: prepare('INSERT INTO purchase_order (key, number, date, currency, amount) VALUES (?, ?, ?, ?, ?)'),
            line: prepare('INSERT INTO line VALUES (?, ?, ?, ?, ?, ?, ?)')
        };
    }

    take(text: string): void {
        const segments = text.split('~').map((segment) => segment.trim().split('*'));
        const find = (tag: string): string[] => segments.find((segment) => segment[0] === tag) ?? [];
        const lines = segments.filter((segment) => segment[0] === 'PO1');
        const [isa, beg] = [find('ISA'), find('BEG')];
        const number = beg[3] ?? '';
        const amount = lines.reduce((sum, line) => sum + Number(line[2]) * Number(line[4]), 0);
        const { file, link, document, step, order, line } = this.#statements;
        this.#database.exec('BEGIN');
        const fileId = file.run(text).lastInsertRowid;
        const key = [isa[6], isa[8], isa[13]].join('|');
        const documentId = document.run(key, 'Processed', '850', number, amount, lines.length).lastInsertRowid;
        link.run(fileId, documentId);
        step.run(documentId, 'Received');
        step.run(documentId, 'Processed');
        const orderId = order.run(
            `${isa[6] ?? ''}|${number}`,
            number,
            beg[5] ?? '',
            find('CUR')[2] ?? '',
            amount
        ).lastInsertRowid;
        for (const one of lines)
            line.run(orderId, one[1] ?? '', Number(one[2]), one[3] ?? '', Number(one[4]), one[7] ?? '', one[9] ?? '');
        this.#database.exec('COMMIT');
    }

    close(): void {
        this.#database.close();
    }
}
