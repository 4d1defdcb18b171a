// Words that no identifier may be, and the shorter list for methods ("Reserved Keywords" of the Apex Developer Guide, as apex-ls
// applies it).
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_reserved_words.htm

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

export const RESERVED_NAMES = words(
    'abstract activate and any array as asc autonomous begin bigdecimal blob boolean break bulk by byte case cast catch char class collect ' +
        'commit const continue currency date datetime decimal default delete desc do double else end enum exception exit export extends false ' +
        'final finally float for from global goto group having hint if implements import in inner insert instanceof int integer interface into ' +
        'join like limit list long loop map merge new not null nulls number object of on or outer override package parallel pragma private ' +
        'protected public retrieve return rollback select set short sobject sort static string super switch synchronized system testmethod then ' +
        'this throw time transaction trigger true try undelete update upsert using virtual void webservice when where while'
);

/** Reserved words that a method may have as its name all the same: `sort()`, `of()`, `set()`. */
const METHOD_NAMES = words(
    'activate any array autonomous begin bigdecimal blob boolean byte case cast char collect const currency date datetime decimal default double ' +
        'end exception exit export float goto group hint import inner integer int into join long loop number object of outer package parallel ' +
        'pragma retrieve rollback set short sobject sort string switch synchronized system then time transaction void when'
);

export const RESERVED_METHODS: ReadonlySet<string> = new Set(
    [...RESERVED_NAMES].filter((name) => !METHOD_NAMES.has(name))
);
