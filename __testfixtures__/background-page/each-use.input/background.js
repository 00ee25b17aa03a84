var settings = { list: [] };
if (chrome.extension.getBackgroundPage() === window) console.log('background');
