function show(settings, cardType) {
  settings.fade
    ? chrome.tabs.executeScript(null, { code: "$('.card-" + cardType + "').fadeIn();" })
    : chrome.tabs.executeScript(null, { code: "$('.card-" + cardType + "').show();" });
}

document.addEventListener('change', (event) => show(event.detail, event.target.value));
