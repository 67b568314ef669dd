// An open document, as the functions of CPoppler.h share it.
#ifndef JUESUAN_DOCUMENT_H
#define JUESUAN_DOCUMENT_H

#include "CPoppler.h"
#include "EndlessMaps.h"
#include "PageContents.h"
#include "PageRecorder.h"

#include <PDFDoc.h>

#include <memory>

struct jsp_document {
  std::unique_ptr<PDFDoc> pdf;
  int pageCount = 0;
  uint32_t openErrorCount = 0;
  jsp::PageRecorder recorder;
  jsp::PageContents contents;
  jsp::EndlessMaps endlessMaps;
  jsp::SilentDevice silentDevice;
};

#endif
