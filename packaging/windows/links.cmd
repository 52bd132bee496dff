@echo off
rem Untested. Lies beside Linkscope.exe; run once, it lets linkscope: links and "Open with" lead there.
rem "links.cmd remove" takes that back. For this user alone; nothing below HKEY_LOCAL_MACHINE is touched.
setlocal
set "EXE=%~dp0Linkscope.exe"
set "CLASSES=HKCU\Software\Classes"

if /i "%~1"=="remove" (
    reg delete "%CLASSES%\linkscope" /f
    reg delete "%CLASSES%\Linkscope.Report" /f
    reg delete "%CLASSES%\.pdf\OpenWithProgids" /v Linkscope.Report /f
    reg delete "%CLASSES%\.json\OpenWithProgids" /v Linkscope.Report /f
    exit /b 0
)

reg add "%CLASSES%\linkscope" /ve /d "URL:Linkscope" /f || exit /b 1
reg add "%CLASSES%\linkscope" /v "URL Protocol" /d "" /f || exit /b 1
reg add "%CLASSES%\linkscope\DefaultIcon" /ve /d "\"%EXE%\",0" /f || exit /b 1
reg add "%CLASSES%\linkscope\shell\open\command" /ve /d "\"%EXE%\" \"%%1\"" /f || exit /b 1

rem "Open with", never the default: PDF and JSON belong to other programs.
reg add "%CLASSES%\Linkscope.Report" /ve /d "Linkscope report" /f || exit /b 1
reg add "%CLASSES%\Linkscope.Report\shell\open\command" /ve /d "\"%EXE%\" open \"%%1\"" /f || exit /b 1
reg add "%CLASSES%\.pdf\OpenWithProgids" /v Linkscope.Report /d "" /f || exit /b 1
reg add "%CLASSES%\.json\OpenWithProgids" /v Linkscope.Report /d "" /f || exit /b 1
echo linkscope: links now open Linkscope.
