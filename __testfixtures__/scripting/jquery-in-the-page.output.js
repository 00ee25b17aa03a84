function show(settings, cardType) {
  settings.fade
    ? chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => chrome.scripting.executeScript({
      target: { tabId: tab.id },
      func: (cardType) => $(`.card-${cardType}`).fadeIn(),
      args: [String(cardType)]
    }))
    : chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => chrome.scripting.executeScript({
      target: { tabId: tab.id },
      func: (cardType) => $(`.card-${cardType}`).show(),
      args: [String(cardType)]
    }));
}

document.addEventListener('change', (event) => show(event.detail, event.target.value));
