// Lint, with the boundaries between rooms: a room imports only what lies below it.
import js from '@eslint/js';
import slds from '@salesforce-ux/eslint-plugin-slds';
import lwcTs from '@salesforce/eslint-config-lwc/recommended-ts.js';
import { defineConfig, globalIgnores } from 'eslint/config';
import jest from 'eslint-plugin-jest';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Rooms of the local org, and the sister rooms each must not know. */
const FORBIDDEN = {
    values: ['apex', 'soql', 'store', 'execution', 'rest', 'host'],
    metadata: ['apex', 'soql', 'store', 'execution', 'rest', 'host'],
    store: ['apex', 'soql', 'execution', 'rest', 'host'],
    soql: ['apex', 'execution', 'rest', 'host'],
    apex: ['store', 'execution', 'rest', 'host'],
    execution: ['rest', 'host'],
    rest: ['host']
};

/** Tests may use the test support of other rooms. */
const boundary = (files, patterns, message) => ({
    files,
    ignores: ['**/*.test.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ group: patterns, message }] }] }
});

const boundaries = Object.entries(FORBIDDEN).map(([room, sisters]) =>
    boundary(
        [`scripts/org/${room}/**/*.ts`],
        [
            ...sisters.map((sister) => `**/${sister}/**`),
            '**/network/**',
            '**/cli/**',
            '!**/runtime/**',
            '!**/metadata/**'
        ],
        `${room} must not know the rooms above it (see scripts/org/README.md)`
    )
);

export default defineConfig([
    globalIgnores([
        '**/node_modules/**',
        'coverage/**',
        '.cache/**',
        '.localorg/**',
        'force-app/**/lwc/**/*.js',
        'force-app/**/staticresources/**'
    ]),
    {
        files: ['scripts/**/*.ts'],
        extends: [js.configs.recommended, ...tseslint.configs.recommended],
        languageOptions: { globals: globals.node },
        rules: {
            '@typescript-eslint/consistent-type-imports': [
                'error',
                { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }
            ],
            '@typescript-eslint/no-explicit-any': 'off',
            '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
            // Private-use characters mark places in emitted scripts.
            'no-control-regex': 'off',
            '@typescript-eslint/no-this-alias': 'off',
            'no-undef': 'off'
        }
    },
    ...boundaries,
    boundary(
        ['scripts/network/**/*.ts'],
        ['**/org/**', '**/cli/**'],
        'the simulator knows neither the org nor the command line'
    ),
    boundary(
        ['scripts/org/host/**/*.ts', 'scripts/org/*.ts'],
        ['**/network/**', '**/cli/**'],
        'the local org knows neither the simulator nor the command line'
    ),
    {
        files: ['force-app/**/lwc/**/*.ts', 'config/jest-mocks/**/*.ts'],
        extends: [js.configs.recommended, ...tseslint.configs.strictTypeChecked, lwcTs],
        languageOptions: {
            parser: tseslint.parser,
            parserOptions: { project: './tsconfig.lwc-test.json', tsconfigRootDir: import.meta.dirname }
        },
        rules: {
            '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { inheritedMethods: false } }],
            '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
            // `void` marks promises nobody waits for.
            'no-void': 'off',
            'no-confusing-arrow': 'off',
            'no-undef': 'off',
            'no-unused-vars': 'off',
            'no-redeclare': 'off'
        }
    },
    {
        files: ['force-app/**/__tests__/**/*.ts', 'config/jest-mocks/**/*.ts'],
        extends: [jest.configs['flat/recommended']],
        languageOptions: { globals: globals.node },
        rules: {
            '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
            '@typescript-eslint/no-explicit-any': 'off',
            '@typescript-eslint/no-unsafe-member-access': 'off',
            '@typescript-eslint/no-unsafe-call': 'off',
            '@typescript-eslint/no-unsafe-assignment': 'off',
            '@typescript-eslint/no-unsafe-argument': 'off',
            '@typescript-eslint/no-unsafe-return': 'off',
            '@typescript-eslint/no-non-null-assertion': 'off',
            // Module factories of jest.mock run before imports.
            '@typescript-eslint/no-require-imports': 'off',
            'no-await-in-loop': 'off'
        }
    },
    {
        files: ['force-app/**/lwc/**/*.{html,css}'],
        plugins: { '@salesforce-ux/slds': slds },
        extends: ['@salesforce-ux/slds/recommended']
    },
    {
        files: ['*.js', 'scripts/**/*.js', 'config/jest-mocks/**/*.{js,cjs}'],
        extends: [js.configs.recommended],
        languageOptions: { globals: globals.node }
    },
    {
        files: ['scripts/org/host/page/{modules,shell}/**/*.js'],
        languageOptions: { globals: globals.browser },
        rules: { 'no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }] }
    },
    { files: ['config/jest-mocks/**/*'], languageOptions: { globals: { ...globals.node, ...globals.jest } } }
]);
