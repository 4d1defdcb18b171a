// lightning/platformResourceLoader: each address once.
const loads = new Map();

function load(url, make) {
    if (!loads.has(url)) {
        loads.set(
            url,
            new Promise((resolve, reject) => {
                const element = make();
                element.onload = () => resolve();
                element.onerror = reject;
                document.head.append(element);
            })
        );
    }
    return loads.get(url);
}

export const loadScript = (_component, url) =>
    load(url, () => Object.assign(document.createElement('script'), { src: url }));
export const loadStyle = (_component, url) =>
    load(url, () => Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }));
