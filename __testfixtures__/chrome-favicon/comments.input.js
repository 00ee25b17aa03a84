// chrome://favicon/ is gone
const scheme = "chrome://extensions/";
console.log(scheme, "chrome:" + "//favicon/");
console.log("read from chrome://favicon into the cache");
