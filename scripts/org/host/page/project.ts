// What the pages take from an sfdx project: components, record pages, labels, tabs.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf, parseXml, textOf } from '../../metadata/xml.ts';
import type { ShownFields } from './shownFields.ts';
import { readShownFields } from './shownFields.ts';
import type { StaticResource } from './staticResources.ts';
import { readStaticResources } from './staticResources.ts';

export interface Bundle {
    name: string;
    /** Its compiled module. */
    file: string;
    template: string | null;
}

/** A Lightning record page: components of each region, in order. */
export interface RecordPage {
    object: string;
    regions: { name: string; components: string[] }[];
}

export interface PageProject {
    bundles: Bundle[];
    recordPages: RecordPage[];
    labels: Record<string, string>;
    /** By object. */
    shownFields: Record<string, ShownFields>;
    /** API names of the objects with a tab: the first application's in its order, or all of the project's. */
    tabs: string[];
    /** Label of the first custom application, null without one. */
    appLabel: string | null;
    staticResources: StaticResource[];
    /** Components of record pages that the pages neither have nor play themselves. */
    notShown: string[];
}

/** What these pages show in a place of their own: highlights, details; and containers, whose content stands in regions. */
const PLAYED = new Set([
    'force:highlightsPanel',
    'record_flexipage:dynamicHighlights',
    'force:detailPanel',
    'force:recordDetailPanelMobile',
    'flexipage:fieldSection',
    'flexipage:tabset',
    'flexipage:tab',
    'flexipage:column',
    'flexipage:accordion',
    'flexipage:accordionSection'
]);

/** Reads the package directories of the project in this folder. */
export function readPageProject(folder: string): PageProject {
    const file = JSON.parse(readFileSync(join(folder, 'sfdx-project.json'), 'utf8')) as {
        packageDirectories: { path: string }[];
    };
    const files = file.packageDirectories.flatMap(({ path }) => [...walk(join(folder, path))]);
    const ending = (suffix: string): string[] => files.filter((one) => one.endsWith(suffix));
    const labels: Record<string, string> = {};
    for (const path of ending('.labels-meta.xml')) Object.assign(labels, readLabels(path));
    const app = ending('.app-meta.xml')[0];
    const bundles = ending('.js-meta.xml')
        .map(bundleOf)
        .filter((one) => existsSync(one.file));
    const recordPages = ending('.flexipage-meta.xml').flatMap((path) => readRecordPage(path) ?? []);
    return {
        bundles,
        recordPages,
        staticResources: readStaticResources(files, xmlOf),
        notShown: notShown(recordPages, bundles),
        labels,
        shownFields: readShownFields(files, xmlOf),
        tabs: app ? appTabs(xmlOf(app)) : ending('.tab-meta.xml').map((path) => basename(path, '.tab-meta.xml')),
        appLabel: app ? textOf(xmlOf(app), 'label') : null
    };
}

/** Home, reports and dashboards are no objects. */
const NO_OBJECTS = new Set(['home', 'report', 'Dashboard']);

function appTabs(app: XmlElement): string[] {
    return childrenOf(app, 'tabs')
        .map(({ text }) => text.trim().replace(/^standard-/, ''))
        .filter((tab) => !NO_OBJECTS.has(tab));
}

function* walk(folder: string): Generator<string> {
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder).sort()) {
        const path = join(folder, name);
        if (statSync(path).isDirectory()) {
            if (name !== '__tests__' && name !== 'node_modules') yield* walk(path);
        } else yield path;
    }
}

const xmlOf = (path: string): XmlElement => parseXml(readFileSync(path, 'utf8'));

function bundleOf(meta: string): Bundle {
    const folder = dirname(meta);
    const name = basename(folder);
    const template = join(folder, `${name}.html`);
    return { name, file: join(folder, `${name}.js`), template: existsSync(template) ? template : null };
}

function readLabels(path: string): Record<string, string> {
    const entries = childrenOf(xmlOf(path), 'labels').map((label) => [
        textOf(label, 'fullName') ?? '',
        textOf(label, 'value') ?? ''
    ]);
    return Object.fromEntries(entries) as Record<string, string>;
}

function readRecordPage(path: string): RecordPage | null {
    const page = xmlOf(path);
    const object = textOf(page, 'sobjectType');
    if (textOf(page, 'type') !== 'RecordPage' || object === null) return null;
    const regions = childrenOf(page, 'flexiPageRegions').map((region) => ({
        name: textOf(region, 'name') ?? '',
        components: childrenOf(region, 'itemInstances').flatMap(componentsOf)
    }));
    return { object, regions };
}

function componentsOf(item: XmlElement): string[] {
    return childrenOf(item, 'componentInstance').flatMap((one) => textOf(one, 'componentName') ?? []);
}

function notShown(pages: readonly RecordPage[], bundles: readonly Bundle[]): string[] {
    const own = new Set(bundles.map(({ name }) => name));
    const named = pages.flatMap(({ regions }) => regions.flatMap(({ components }) => components));
    return [...new Set(named)].filter((name) => !own.has(name) && !PLAYED.has(name));
}
