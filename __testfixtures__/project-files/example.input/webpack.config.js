module.exports = {
  entry: { background: './background.js' },
  optimization: {
    splitChunks: { chunks: 'all' },
  },
};
