/*
 * The engine's validator alone. Fetched by this name: whoever fetched the whole door of the core would put all of
 * it into a file that pages load which need one function of it.
 */
export { parseScenario } from '#sim-core';
