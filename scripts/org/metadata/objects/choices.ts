// Reference fields and picklists: what they point at, who may be chosen, which values there are ("CustomField", "ValueSet", Metadata API
// Developer Guide).
import type { FieldDescribe, LookupFilter, PicklistValue } from '../describe.ts';
import { child, childrenOf, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import type { FieldSources } from './fieldTypes.ts';

const flag = (xml: XmlElement, name: string): boolean => textOf(xml, name) === 'true';
const afterDot = (path: string): string => path.slice(path.indexOf('.') + 1);

export function referenceField(
    base: FieldDescribe,
    xml: XmlElement,
    written: string,
    object: string,
    sources: FieldSources
): FieldDescribe {
    const target = written === 'Hierarchy' ? object : sources.localName(textOf(xml, 'referenceTo') ?? '');
    const masterDetail = written === 'MasterDetail';
    const constraint = textOf(xml, 'deleteConstraint');
    const order = textOf(xml, 'relationshipOrder');
    return {
        ...base,
        referenceTo: target ? [target] : [],
        relationshipName: base.name.replace(/__c$/, '__r'),
        nillable: !masterDetail && base.nillable,
        required: masterDetail || base.required,
        relationshipOrder: masterDetail
            ? order === null
                ? sources.masterDetailOrder(object, base.name)
                : Number(order)
            : null,
        cascadeDelete: masterDetail || constraint === 'Cascade',
        restrictedDelete: constraint === 'Restrict',
        writeRequiresMasterRead: flag(xml, 'writeRequiresMasterRead'),
        reparentable: flag(xml, 'reparentableMasterDetail'),
        updateable: !masterDetail || flag(xml, 'reparentableMasterDetail'),
        lookupFilter: lookupFilter(xml, sources),
        aggregatable: true,
        controllerName:
            written === 'MetadataRelationship' && textOf(xml, 'metadataRelationshipControllingField') !== null
                ? afterDot(sources.localName(textOf(xml, 'metadataRelationshipControllingField') ?? ''))
                : null
    };
}

function lookupFilter(xml: XmlElement, sources: FieldSources): LookupFilter | null {
    const filter = child(xml, 'lookupFilter');
    if (!filter) return null;
    return {
        active: flag(filter, 'active'),
        optional: flag(filter, 'isOptional'),
        booleanFilter: textOf(filter, 'booleanFilter'),
        errorMessage: textOf(filter, 'errorMessage'),
        conditions: childrenOf(filter, 'filterItems').map((item) => {
            const valueField = textOf(item, 'valueField');
            return {
                field: sources.localName(textOf(item, 'field') ?? ''),
                operation: textOf(item, 'operation') ?? 'equals',
                value: textOf(item, 'value'),
                valueField: valueField === null ? null : sources.localName(valueField)
            };
        })
    };
}

/** Values of a `valueSetDefinition`, a GlobalValueSet or a StandardValueSet. */
export function readValues(element: XmlElement, tag: string): PicklistValue[] {
    const values = childrenOf(element, tag).map((one): PicklistValue => {
        const value = textOf(one, 'fullName') ?? '';
        return {
            value,
            label: textOf(one, 'label') ?? value,
            active: textOf(one, 'isActive') !== 'false',
            isDefault: textOf(one, 'default') === 'true',
            validFor: null
        };
    });
    if (textOf(element, 'sorted') === 'true') values.sort((a, b) => a.label.localeCompare(b.label));
    return values;
}

export function picklistField(
    base: FieldDescribe,
    xml: XmlElement,
    written: string,
    sources: FieldSources
): FieldDescribe {
    const set = child(xml, 'valueSet');
    const definition = set && child(set, 'valueSetDefinition');
    const global = set && textOf(set, 'valueSetName');
    let values = definition
        ? readValues(definition, 'value')
        : global
          ? (sources.globalValues(sources.localName(global)) ?? [])
          : [];
    const controller = set ? textOf(set, 'controllingField') : null;
    if (set && controller) {
        const settings = new Map(
            childrenOf(set, 'valueSettings').map((one) => [
                textOf(one, 'valueName') ?? '',
                childrenOf(one, 'controllingFieldValue').map((value) => value.text.trim())
            ])
        );
        values = values.map((value) => ({ ...value, validFor: settings.get(value.value) ?? [] }));
    }
    return {
        ...base,
        picklistValues: values,
        controllerName: controller ? sources.localName(controller) : null,
        restrictedPicklist: (set && textOf(set, 'restricted') === 'true') ?? false,
        defaultedOnCreate: base.defaultedOnCreate || values.some((value) => value.isDefault),
        ...(written === 'MultiselectPicklist' ? { sortable: false, groupable: false, aggregatable: false } : {})
    };
}
