new BroadcastChannel('notes').addEventListener('message', ({ data }) => console.log(data));

navigator.connection.onchange = () => console.log(navigator.connection.effectiveType);

matchMedia('print').onchange = console.log;
