fetch('sum.wasm').then((response) => WebAssembly.instantiateStreaming(response)).then(({ instance }) => console.log(instance.exports.sum(1, 2)));
