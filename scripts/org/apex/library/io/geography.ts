// System.Location and System.Address: the values of compound fields.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Location.htm
import type { Decimal } from '../../../values/index.ts';
import { CompoundAddress, CompoundLocation, Double } from '../../../values/index.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { nativeClass, type NativeFunction } from '../native.ts';
import { notNull } from './bean.ts';

const EARTH: Readonly<Record<string, number>> = { mi: 3958.761, km: 6371.009 };
const number = (value: number | null): Double | null => (value === null ? null : new Double(value));
const degrees = (value: number): number => (value * Math.PI) / 180;

interface Point {
    readonly latitude: number | null;
    readonly longitude: number | null;
}

/** Distance over the earth's surface by the haversine formula, as SOQL's DISTANCE. */
function distance(from: Point | null, to: Point | null, unit: string | null): Double | null {
    const radius =
        EARTH[(unit ?? '').toLowerCase()] ??
        throwApex(
            'System.InvalidParameterValueException',
            `Invalid unit of measure: ${String(unit)}. Valid values are mi and km`
        );
    const [a, b] = [notNull(from), notNull(to)];
    if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null;
    const half =
        Math.sin(degrees(b.latitude - a.latitude) / 2) ** 2 +
        Math.cos(degrees(a.latitude)) *
            Math.cos(degrees(b.latitude)) *
            Math.sin(degrees(b.longitude - a.longitude) / 2) ** 2;
    return new Double(2 * radius * Math.asin(Math.sqrt(half)));
}

export const location = nativeClass({
    name: 'System.Location',
    statics: {
        'System.Location newInstance(Decimal latitude, Decimal longitude)': (
            latitude: Decimal | null,
            longitude: Decimal | null
        ) => new CompoundLocation(notNull(latitude).toNumber(), notNull(longitude).toNumber()),
        'Double getDistance(System.Location firstLocation, System.Location secondLocation, String unit)': distance
    },
    methods: {
        'Double getDistance(System.Location toLocation, String unit)': distance,
        'Double getLatitude()': (self: CompoundLocation) => number(self.latitude),
        'Double getLongitude()': (self: CompoundLocation) => number(self.longitude)
    },
    properties: {
        'Double latitude': { get: (self: CompoundLocation) => number(self.latitude) },
        'Double longitude': { get: (self: CompoundLocation) => number(self.longitude) }
    },
    isInstance: (value) => value instanceof CompoundLocation
});

const PARTS = [
    'city',
    'country',
    'countryCode',
    'geocodeAccuracy',
    'postalCode',
    'state',
    'stateCode',
    'street'
] as const;
const reader =
    (part: (typeof PARTS)[number]): NativeFunction =>
    (self: CompoundAddress) =>
        self[part];

export const address = nativeClass({
    name: 'System.Address',
    methods: {
        ...Object.fromEntries(
            PARTS.map((part) => [`String get${part.charAt(0).toUpperCase()}${part.slice(1)}()`, reader(part)])
        ),
        'Double getDistance(System.Location toLocation, String unit)': distance,
        'Double getLatitude()': (self: CompoundAddress) => number(self.latitude),
        'Double getLongitude()': (self: CompoundAddress) => number(self.longitude)
    },
    properties: Object.fromEntries(PARTS.map((part) => [`String ${part}`, { get: reader(part) }])),
    isInstance: (value) => value instanceof CompoundAddress
});
