const isFirefox = typeof browser !== "undefined";
console.log(isFirefox);
