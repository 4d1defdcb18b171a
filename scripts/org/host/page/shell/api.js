// The org's REST API, as these pages need it. The session is a cookie.
const API = '/services/data/v67.0';

async function get(path) {
    const response = await fetch(API + path);
    const body = await response.json();
    if (!response.ok) throw new Error((Array.isArray(body) ? body[0] : body)?.message ?? response.statusText);
    return body;
}

const describes = new Map();

/** Describe of an object, asked once. */
export function describe(object) {
    if (!describes.has(object)) describes.set(object, get(`/sobjects/${object}/describe`));
    return describes.get(object);
}

export const query = (soql) => get(`/query?q=${encodeURIComponent(soql)}`);

/** Name of the object whose ids begin like this one. */
export async function objectOf(recordId) {
    const { sobjects } = await get('/sobjects');
    return sobjects.find(({ keyPrefix }) => keyPrefix === recordId.slice(0, 3))?.name ?? null;
}
