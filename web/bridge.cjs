// copydesk for require() in a Node that cannot require ES modules; those that can get the module itself.
exports.load = (options) => import('./node.js').then(({ load }) => load(options));
