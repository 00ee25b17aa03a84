const stateRestored = inWords(3);

document.getElementById('example').textContent = stateRestored;
