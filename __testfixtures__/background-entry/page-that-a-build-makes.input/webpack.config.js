module.exports = { entry: { background: './src/main.ts' }, plugins: [new HtmlWebpackPlugin({ filename: 'background.html' })] };
