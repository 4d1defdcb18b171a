/** Apex Double: boxed, so that an Object holding 1.0 is told from an Integer 1. */
export class Double {
    readonly v: number;
    constructor(v: number) {
        this.v = v;
    }
}
