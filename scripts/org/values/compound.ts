/** System.Address: the value of an address field, put together from its parts when it is read. */
export class CompoundAddress {
    readonly street: string | null;
    readonly city: string | null;
    readonly state: string | null;
    readonly postalCode: string | null;
    readonly country: string | null;
    readonly stateCode: string | null;
    readonly countryCode: string | null;
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly geocodeAccuracy: string | null;
    constructor(parts: Partial<CompoundAddress>) {
        this.street = parts.street ?? null;
        this.city = parts.city ?? null;
        this.state = parts.state ?? null;
        this.postalCode = parts.postalCode ?? null;
        this.country = parts.country ?? null;
        this.stateCode = parts.stateCode ?? null;
        this.countryCode = parts.countryCode ?? null;
        this.latitude = parts.latitude ?? null;
        this.longitude = parts.longitude ?? null;
        this.geocodeAccuracy = parts.geocodeAccuracy ?? null;
    }
}

/** System.Location. */
export class CompoundLocation {
    readonly latitude: number;
    readonly longitude: number;
    constructor(latitude: number, longitude: number) {
        this.latitude = latitude;
        this.longitude = longitude;
    }
}
