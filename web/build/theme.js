(function () {
  var choice = 'system';
  try {
    choice = localStorage.getItem('theme') || choice;
  } catch {}
  var dark = choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
