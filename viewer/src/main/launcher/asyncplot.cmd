@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Starts the asyncplot.jar beside this file: asyncplot COMMAND [OPTION...]
setlocal DisableDelayedExpansion

set "jar=%~dp0asyncplot.jar"
if not exist "%jar%" (
    echo asyncplot: cannot read "%jar%"; build it with: mvn package 1>&2
    exit /b 1
)

set "java="
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for %%f in (java.exe) do set "java=%%~$PATH:f"
if not defined java (
    echo asyncplot: no java on the PATH; install a Java 17 or newer, or let JAVA_HOME name one 1>&2
    exit /b 1
)
if not exist "%java%" (
    echo asyncplot: "%java%" does not exist; let JAVA_HOME name a Java 17 or newer 1>&2
    exit /b 1
)

rem Starting java only to ask for its version costs more than the whole of a short command.
for %%f in ("%java%") do set "release=%%~dpf..\release"
set "version="
if exist "%release%" for /f "tokens=2 delims==" %%v in ('findstr /b JAVA_VERSION^= "%release%"') do set "version=%%~v"
if not defined version for /f "tokens=3" %%v in ('""%java%" -version 2>&1 | findstr version"') do set "version=%%~v"
if not defined version (
    echo asyncplot: cannot tell the version of "%java%"; let JAVA_HOME name a Java 17 or newer 1>&2
    exit /b 1
)
for /f "tokens=1 delims=.-+" %%v in ("%version%") do set "major=%%v"
if %major% LSS 17 (
    echo asyncplot: "%java%" is Java %version%; asyncplot needs 17 or newer: let JAVA_HOME name one 1>&2
    exit /b 1
)

rem Java 17 refuses this, and newer ones warn without it.
set "flags="
if %major% GEQ 23 set "flags=--sun-misc-unsafe-memory-access=allow"

rem What ends within a second is faster without the second compiler and without collector threads.
set "short="
if "%~1"=="" set "short=yes"
for %%c in (list info snapshot copy remove doctor --help -h --version) do if "%~1"=="%%c" set "short=yes"
if defined short set "flags=%flags% -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto"

"%java%" %flags% -jar "%jar%" %*
exit /b %ERRORLEVEL%
