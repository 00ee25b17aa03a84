const root = typeof window !== 'undefined' ? window : typeof global !== 'undefined' ? global : self;
const scope = typeof self !== 'undefined' ? self : typeof window !== 'undefined' ? window : global;
root.count = scope.count;
