// X12 purchase orders for measurements: one partner of the demo data, ten lines each, every number its own.
const LINES = 10;

/** An interchange with one 850 from the demo's first partner to its company. `serial` makes every key its own. */
export function orderText(serial: number): string {
    const control = String(700_000_000 + serial);
    const lines = Array.from(
        { length: LINES },
        (_, at) =>
            `PO1*${String(at + 1)}*${String(10 + at)}*EA*${(5 + at).toFixed(2)}**VP*BENCH-${String(at)}*UP*09000000000${String(at)}`
    );
    const body = [
        'ST*850*0001',
        `BEG*00*SA*BENCH${String(serial)}**20261104`,
        'CUR*BY*USD',
        'N1*BY*Demo Retailer Inc.*92*0001',
        'N1*ST*Demo Retailer DC 17*92*0017',
        ...lines,
        `CTT*${String(LINES)}`
    ];
    const set = [...body, `SE*${String(body.length + 1)}*0001`];
    const group = [`GS*PO*DEMORETAILER*SUMMITSUPPLY*20261104*1200*${control}*X*004010`, ...set, `GE*1*${control}`];
    const header = `ISA*00*          *00*          *ZZ*DEMORETAILER   *ZZ*SUMMITSUPPLY   *261104*1200*U*00401*${control}*0*P*>`;
    return `${[header, ...group, `IEA*1*${control}`].join('~\n')}~\n`;
}
