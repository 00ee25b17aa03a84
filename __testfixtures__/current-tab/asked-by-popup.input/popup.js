chrome.runtime.sendMessage({ type: 'mute' });
