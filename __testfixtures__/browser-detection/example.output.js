const isFirefox = typeof browser !== "undefined" && browser.runtime.getURL("").startsWith("moz-");
console.log(isFirefox);
