for (const input of document.querySelectorAll('input')) input.value = localStorage[input.id];
