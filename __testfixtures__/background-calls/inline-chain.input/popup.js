document.getElementById('button').onclick = () => chrome.extension.getBackgroundPage().setMode('dark');
