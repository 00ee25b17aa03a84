export default { build: { rollupOptions: { output: { manualChunks: { vendor: ['lodash'] } } } } };
