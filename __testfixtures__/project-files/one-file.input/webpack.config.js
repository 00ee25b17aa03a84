module.exports = { entry: './background.js', target: 'webworker', optimization: { splitChunks: false } };
