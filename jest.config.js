import { createRequire } from 'node:module';

const { jestConfig } = createRequire(import.meta.url)('@salesforce/sfdx-lwc-jest/config');

export default {
    ...jestConfig,
    moduleNameMapper: {
        ...jestConfig.moduleNameMapper,
        '^lightning/(modal|navigation|platformShowToastEvent)$': '<rootDir>/config/jest-mocks/lightning/$1'
    },
    setupFilesAfterEnv: [...(jestConfig.setupFilesAfterEnv ?? []), '<rootDir>/config/jest-mocks/setup.cjs'],
    testMatch: ['**/__tests__/**/*.test.ts'],
    testPathIgnorePatterns: ['<rootDir>/node_modules/', '<rootDir>/scripts/'],
    collectCoverageFrom: ['force-app/**/lwc/**/*.ts', '!**/__tests__/**']
};
