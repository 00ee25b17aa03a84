importScripts(
	"dist/vendor-libraries.bundle.js",
	"dist/common-functions.bundle.js",
	"dist/background.bundle.js"
);
