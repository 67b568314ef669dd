#ifndef JUESUAN_CLIBRARY_H
#define JUESUAN_CLIBRARY_H

/// A function or value of a library, and where its address goes.
struct clibrary_symbol {
  const char *name;
  void **place;
};

/// A library that is loaded when it is first needed.
struct clibrary {
  /// What messages call it.
  const char *name;
  /// What it is for, where that has to be said: ", which reads web pages,"; or "".
  const char *purpose;
  /// The package that has it.
  const char *package;
  /// Its files, the usual one first; ended by NULL.
  const char *const *files;
  /// Ended by one without a name.
  const struct clibrary_symbol *symbols;
};

/// Loads a library and looks its symbols up. NULL, or what is wrong, in memory that the next call may use again.
const char *clibrary_load(const struct clibrary *library);

/// The address space that libraries took when they were loaded, in bytes: what they hold of it is no growth of whoever
/// reads files, since they are loaded once.
long long clibrary_bytes(void);

#endif
