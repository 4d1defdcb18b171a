// The door of the local org.
export * from './execution/index.ts';
export { loadProject } from './execution/loadProject.ts';
export type { Project } from './execution/loadProject.ts';
export { testProject } from './execution/testProject.ts';
