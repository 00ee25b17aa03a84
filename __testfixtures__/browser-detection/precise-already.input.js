const isFirefox = typeof browser !== "undefined" && typeof browser.runtime.getBrowserInfo === "function";
const inFirefox = typeof browser !== "undefined" && navigator.userAgent.includes("Firefox");
const isChrome = typeof browser === "undefined" || !browser.runtime.getURL("").startsWith("moz-");
console.log(isFirefox, inFirefox, isChrome);
