chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'page') {
    fetch(message.url).then((response) => response.text()).then((text) => sendResponse({ text }), (error) => sendResponse({ error: error.message }));
    return true;
  } else if (message.type === 'json') {
    fetch(message.url).then((response) => response.json()).then(sendResponse).catch(() => sendResponse(null));
    return true;
  } else if (message.type === 'both') {
    (async () => {
      try {
        const [one, other] = await Promise.all([fetch(message.one), fetch(message.other)]);
        sendResponse([one.ok, other.ok]);
      } catch (error) {
        sendResponse([]);
      }
    })();
    return true;
  } else if (message.type === 'later') {
    pause(50).then(() => sendResponse('later'));
    return true;
  }
});

function pause(time) {
  return new Promise((resolve) => setTimeout(resolve, time));
}
