export {ToolkitClient} from './client.js';
export {ToolkitNetworkError, ToolkitProblem} from './errors.js';
export type * from './answer.js';
export type {Clock} from './clock.js';
export type {components, paths} from './contract.js';
export type {ClientOptions, ContentOptions, ResourceOptions} from './options.js';
