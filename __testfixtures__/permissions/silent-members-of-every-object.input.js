const has = (name) => chrome.hasOwnProperty(name);

console.log(has('tabs'), chrome.constructor);
