// What @RestResource(urlMapping) may be.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_annotation_rest_resource.htm

/** Why the mapping is refused; null when it is good. */
export function restUrlFault(mapping: string | boolean | undefined): string | null {
    if (mapping === undefined) return 'Required property is missing: urlMapping';
    if (typeof mapping === 'boolean') return 'Invalid value for property urlMapping expected type String';
    if (mapping === '') return 'Rest Resource url cannot be empty';
    if (mapping.length > 255) return 'Rest Resource url cannot be longer than 255 characters';
    if (!mapping.startsWith('/')) return "Rest Resource url must begin with a forward slash, '/'";
    for (let at = mapping.indexOf('*'); at >= 0; at = mapping.indexOf('*', at + 1)) {
        if (mapping[at - 1] !== '/') return "Rest Resource url wildcard, '*', must be preceded by a forward slash, '/'";
        const next = mapping[at + 1];
        if (next !== undefined && next !== '/')
            return "Rest Resource url wildcard, '*', must be followed by a forward slash, '/', or be the last character";
    }
    return null;
}
