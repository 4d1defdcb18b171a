#!/usr/bin/env node
// The command line. A command's file path is the words typed; its file is loaded alone, so that a command starts
// without loading the others. Help and everything else go through oclif.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
    process.stderr.write(
        `Node ${process.versions.node} cannot run this: it needs 22.18 or later. Run it through npm (npm start, npm run tgrid), which uses the Node that npm ci installed.\n`
    );
    process.exit(1);
}

const { Config, execute, settings } = await import('@oclif/core');
settings.enableAutoTranspile = false;
const root = fileURLToPath(new URL('../..', import.meta.url));
const pjson = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const words = process.argv.slice(2);

/** The file of the command that the first words name, and the words left for it. */
function commandFile() {
    for (const count of [2, 1]) {
        const path = words.slice(0, count);
        if (path.length < count || path.some((word) => !/^[a-z]+$/.test(word))) continue;
        const file = new URL(`commands/tgrid/${path.join('/')}.ts`, import.meta.url);
        if (existsSync(file)) return { id: path.join(':'), file, rest: words.slice(count) };
    }
    return null;
}

const found = words.includes('--help') || words.includes('-h') ? null : commandFile();
if (found) {
    const { default: command } = await import(found.file.href);
    command.id = found.id;
    const config = await Config.load({ root, pjson: { ...pjson, oclif: { ...pjson.oclif, commands: undefined } } });
    const { handle, flush } = await import('@oclif/core');
    await command.run(found.rest, config).then(() => flush(), handle);
} else {
    const commands = { strategy: 'pattern', target: './scripts/cli/commands/tgrid' };
    await execute({
        dir: import.meta.url,
        args: words,
        loadOptions: { root, pjson: { ...pjson, oclif: { ...pjson.oclif, commands } } }
    });
}
