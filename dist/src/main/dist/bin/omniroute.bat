@echo off
rem Starts the OmniRoute gateway; all options go to it (see --help).
rem   OMNIROUTE_HEAP  largest heap, such as 512m (default 256m)
rem   JAVA_OPTS       more options for the JVM
setlocal
for %%i in ("%~dp0..") do set "APP=%%~fi"
if not defined OMNIROUTE_HEAP set "OMNIROUTE_HEAP=256m"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if exist "%APP%\runtime\bin\java.exe" set "JAVA=%APP%\runtime\bin\java"
"%JAVA%" --list-modules >nul 2>&1
if errorlevel 1 goto nojava
for /f "tokens=2 delims=@" %%v in ('"%JAVA%" --list-modules ^| findstr /b "java.base@"') do set "VERSION=%%v"
for /f "tokens=1 delims=.-+" %%v in ("%VERSION%") do set "VERSION=%%v"
if %VERSION% LSS 25 goto nojava
"%JAVA%" --add-modules=java.se,jdk.crypto.ec,jdk.jfr,jdk.localedata,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs --enable-native-access=org.xerial.sqlitejdbc -Xmx%OMNIROUTE_HEAP% "-Domniroute.home=%APP%" "-Dlogback.configurationFile=%APP%\conf\logback.xml" %JAVA_OPTS% -p "%APP%\lib" -m io.omniroute.platform/io.omniroute.platform.Main %*
exit /b %errorlevel%
:nojava
echo OmniRoute needs Java 25 or newer and found none: install one (https://adoptium.net), set JAVA_HOME to it, or take the zip that brings its own runtime. 1>&2
exit /b 1
