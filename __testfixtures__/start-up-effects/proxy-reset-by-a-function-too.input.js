const disconnect = () => chrome.proxy.settings.clear({ scope: 'regular' });

function heartbeat() {
  fetch('https://proxy.example/beat').catch(disconnect);
}

chrome.proxy.settings.clear({ scope: 'regular' });
heartbeat();

chrome.runtime.onMessage.addListener(({ host }) => {
  chrome.proxy.settings.set({ value: { mode: 'fixed_servers', rules: { singleProxy: { host } } }, scope: 'regular' });
  heartbeat();
});
