const target = (one) => one.type() === 'background_page';
module.exports = { target, optimization: { splitChunks: { chunks: 'all' } } };
