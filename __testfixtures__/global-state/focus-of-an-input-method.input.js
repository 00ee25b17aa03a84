let contextId = 0;

chrome.input.ime.onFocus.addListener((context) => {
  contextId = context.contextID ?? 0;
});

chrome.input.ime.onReset.addListener(() => console.log(contextId));
